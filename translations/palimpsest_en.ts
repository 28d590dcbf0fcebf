<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>palimpsest::ui::RecoveryDialog</name>
    <message numerus="yes">
        <source>mask and %n variant(s)</source>
        <translation>
            <numerusform>mask and %n variant</numerusform>
            <numerusform>mask and %n variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RestoreController</name>
    <message numerus="yes">
        <source>Done: %n variant(s)</source>
        <translation>
            <numerusform>Done: %n variant</numerusform>
            <numerusform>Done: %n variants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RunPanel</name>
    <message numerus="yes">
        <source>%n network evaluation(s)</source>
        <translation>
            <numerusform>%n network evaluation</numerusform>
            <numerusform>%n network evaluations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n variant(s)</source>
        <translation>
            <numerusform>Restore %n variant</numerusform>
            <numerusform>Restore %n variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n more waiting</numerusform>
            <numerusform>%n more waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
