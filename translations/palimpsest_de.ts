<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>Ein Bild öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the picture as shown, with its run record beside it</source>
        <translation>Das gezeigte Bild speichern, mit seinem Protokoll daneben</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save the picture as shown under a new name</source>
        <translation>Das gezeigte Bild unter neuem Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Import Mask…</source>
        <translation>Maske &amp;importieren …</translation>
    </message>
    <message>
        <source>Read the mask from a picture; white is restored</source>
        <translation>Die Maske aus einem Bild lesen; Weiß wird restauriert</translation>
    </message>
    <message>
        <source>&amp;Export Mask…</source>
        <translation>Maske &amp;exportieren …</translation>
    </message>
    <message>
        <source>Write the mask as a grey picture</source>
        <translation>Die Maske als Graubild schreiben</translation>
    </message>
    <message>
        <source>&amp;Close Picture</source>
        <translation>Bild s&amp;chließen</translation>
    </message>
    <message>
        <source>Close the picture</source>
        <translation>Das Bild schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window and end the program</source>
        <translation>Das Fenster schließen und das Programm beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change of the mask or picture</source>
        <translation>Die letzte Änderung an Maske oder Bild zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do the change again that was taken back</source>
        <translation>Die zurückgenommene Änderung wieder ausführen</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the picture as shown to the clipboard</source>
        <translation>Das gezeigte Bild in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste as New Picture</source>
        <translation>Als neues Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>Open the picture that is in the clipboard</source>
        <translation>Das Bild aus der Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>List all keys and change them</source>
        <translation>Alle Tasten zeigen und ändern</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Show the picture larger</source>
        <translation>Das Bild größer zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show the picture smaller</source>
        <translation>Das Bild kleiner zeigen</translation>
    </message>
    <message>
        <source>&amp;Fit in Window</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>One picture pixel on one screen pixel</source>
        <translation>Ein Bildpixel auf einen Bildschirmpixel</translation>
    </message>
    <message>
        <source>&amp;200 %</source>
        <translation>&amp;200 %</translation>
    </message>
    <message>
        <source>Twice as large</source>
        <translation>Doppelt so groß</translation>
    </message>
    <message>
        <source>&amp;400 %</source>
        <translation>&amp;400 %</translation>
    </message>
    <message>
        <source>Four times as large</source>
        <translation>Viermal so groß</translation>
    </message>
    <message>
        <source>&amp;800 %</source>
        <translation>&amp;800 %</translation>
    </message>
    <message>
        <source>Eight times as large</source>
        <translation>Achtmal so groß</translation>
    </message>
    <message>
        <source>Show &amp;Before</source>
        <translation>&amp;Vorher zeigen</translation>
    </message>
    <message>
        <source>Show the picture without the result while the key is held</source>
        <translation>Das Bild ohne das Ergebnis zeigen, solange die Taste gehalten wird</translation>
    </message>
    <message>
        <source>&amp;Wipe Divider</source>
        <translation>V&amp;ergleichslinie</translation>
    </message>
    <message>
        <source>Compare before and after with a divider that can be dragged</source>
        <translation>Vorher und nachher mit einer verschiebbaren Linie vergleichen</translation>
    </message>
    <message>
        <source>Show &amp;Mask</source>
        <translation>&amp;Maske zeigen</translation>
    </message>
    <message>
        <source>Show the mask as a hatched overlay</source>
        <translation>Die Maske schraffiert über dem Bild zeigen</translation>
    </message>
    <message>
        <source>&amp;Quick Mask</source>
        <translation>Nur die M&amp;aske</translation>
    </message>
    <message>
        <source>Show the mask itself, white on black</source>
        <translation>Die Maske selbst zeigen, weiß auf schwarz</translation>
    </message>
    <message>
        <source>Show &amp;Estimates</source>
        <translation>&amp;Schätzungen zeigen</translation>
    </message>
    <message>
        <source>Show the estimate on the canvas while a restoration runs</source>
        <translation>Während einer Restaurierung die Schätzung im Bild zeigen</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>Hide everything but the canvas</source>
        <translation>Alles außer dem Bild ausblenden</translation>
    </message>
    <message>
        <source>Mask &amp;All</source>
        <translation>&amp;Alles maskieren</translation>
    </message>
    <message>
        <source>Mask the whole picture</source>
        <translation>Das ganze Bild maskieren</translation>
    </message>
    <message>
        <source>&amp;Clear Mask</source>
        <translation>Maske &amp;leeren</translation>
    </message>
    <message>
        <source>Take everything out of the mask</source>
        <translation>Alles aus der Maske nehmen</translation>
    </message>
    <message>
        <source>&amp;Invert Mask</source>
        <translation>Maske &amp;umkehren</translation>
    </message>
    <message>
        <source>Mask what is free and free what is masked</source>
        <translation>Freies maskieren und Maskiertes freigeben</translation>
    </message>
    <message>
        <source>&amp;Grow…</source>
        <translation>&amp;Wachsen …</translation>
    </message>
    <message>
        <source>Let the mask grow on all sides</source>
        <translation>Die Maske nach allen Seiten wachsen lassen</translation>
    </message>
    <message>
        <source>S&amp;hrink…</source>
        <translation>&amp;Schrumpfen …</translation>
    </message>
    <message>
        <source>Let the mask shrink on all sides</source>
        <translation>Die Maske von allen Seiten schrumpfen lassen</translation>
    </message>
    <message>
        <source>&amp;Feather…</source>
        <translation>Weicher &amp;Rand …</translation>
    </message>
    <message>
        <source>Give the mask a soft edge</source>
        <translation>Der Maske einen weichen Rand geben</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>Move the picture under the window</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>Paint the mask over what is to be restored</source>
        <translation>Die Maske über das malen, was restauriert werden soll</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>Erase the mask</source>
        <translation>Die Maske radieren</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>Re&amp;chteck</translation>
    </message>
    <message>
        <source>Mask a rectangle</source>
        <translation>Ein Rechteck maskieren</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <source>Mask what you circle</source>
        <translation>Maskieren, was umfahren wird</translation>
    </message>
    <message>
        <source>P&amp;olygon</source>
        <translation>P&amp;olygon</translation>
    </message>
    <message>
        <source>Mask a polygon, corner by corner</source>
        <translation>Ein Vieleck maskieren, Ecke für Ecke</translation>
    </message>
    <message>
        <source>Magic &amp;Wand</source>
        <translation>&amp;Zauberstab</translation>
    </message>
    <message>
        <source>Mask connected pixels of similar colour</source>
        <translation>Zusammenhängende Pixel ähnlicher Farbe maskieren</translation>
    </message>
    <message>
        <source>Brush &amp;Smaller</source>
        <translation>Pinsel &amp;kleiner</translation>
    </message>
    <message>
        <source>Make the brush smaller</source>
        <translation>Den Pinsel verkleinern</translation>
    </message>
    <message>
        <source>Make the brush larger</source>
        <translation>Den Pinsel vergrößern</translation>
    </message>
    <message>
        <source>Brush So&amp;fter</source>
        <translation>Pinsel &amp;weicher</translation>
    </message>
    <message>
        <source>Give the brush a softer edge</source>
        <translation>Dem Pinsel einen weicheren Rand geben</translation>
    </message>
    <message>
        <source>Brush &amp;Harder</source>
        <translation>Pinsel &amp;härter</translation>
    </message>
    <message>
        <source>Give the brush a harder edge</source>
        <translation>Dem Pinsel einen härteren Rand geben</translation>
    </message>
    <message>
        <source>Change between brush and eraser</source>
        <translation>Zwischen Pinsel und Radierer wechseln</translation>
    </message>
    <message>
        <source>Give the brush its first size and hardness again</source>
        <translation>Dem Pinsel seine erste Größe und Härte wiedergeben</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurieren</translation>
    </message>
    <message>
        <source>Restore what the mask covers</source>
        <translation>Restaurieren, was die Maske bedeckt</translation>
    </message>
    <message>
        <source>&amp;Keep What You Have</source>
        <translation>Stand be&amp;halten</translation>
    </message>
    <message>
        <source>Stop and keep the estimate as it is now</source>
        <translation>Anhalten und die Schätzung behalten, wie sie ist</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop the restoration and throw its estimate away</source>
        <translation>Die Restaurierung anhalten und ihre Schätzung verwerfen</translation>
    </message>
    <message>
        <source>Cancel A&amp;ll</source>
        <translation>A&amp;lle abbrechen</translation>
    </message>
    <message>
        <source>Stop the restoration and those that wait</source>
        <translation>Die Restaurierung und alle wartenden anhalten</translation>
    </message>
    <message>
        <source>&amp;New Seed</source>
        <translation>&amp;Neuer Startwert</translation>
    </message>
    <message>
        <source>Throw the dice for another result</source>
        <translation>Für ein anderes Ergebnis würfeln</translation>
    </message>
    <message>
        <source>Keep the seed from run to run</source>
        <translation>Den Startwert von Lauf zu Lauf behalten</translation>
    </message>
    <message>
        <source>&amp;Use as Picture</source>
        <translation>Als &amp;Bild verwenden</translation>
    </message>
    <message>
        <source>Go on with this variant as the picture</source>
        <translation>Mit dieser Variante als Bild weiterarbeiten</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Show the variant on the canvas</source>
        <translation>Die Variante im Bild zeigen</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>&amp;Stern</translation>
    </message>
    <message>
        <source>Mark the variant as a good one</source>
        <translation>Die Variante als gut merken</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Compare the variant with the picture, with a divider</source>
        <translation>Die Variante mit dem Bild vergleichen, mit einer Linie</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Save the variant as a file, with its run record</source>
        <translation>Die Variante als Datei speichern, mit ihrem Protokoll</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete the variant</source>
        <translation>Die Variante löschen</translation>
    </message>
    <message>
        <source>&amp;Previous Variant</source>
        <translation>V&amp;orige Variante</translation>
    </message>
    <message>
        <source>Show the variant before</source>
        <translation>Die Variante davor zeigen</translation>
    </message>
    <message>
        <source>&amp;Next Variant</source>
        <translation>&amp;Nächste Variante</translation>
    </message>
    <message>
        <source>Show the variant after</source>
        <translation>Die Variante danach zeigen</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put all panels back in their places</source>
        <translation>Alle Leisten an ihren ersten Platz bringen</translation>
    </message>
    <message>
        <source>Quick &amp;Help</source>
        <translation>&amp;Kurzhilfe</translation>
    </message>
    <message>
        <source>Explain the program in a few lines</source>
        <translation>Das Programm in wenigen Zeilen erklären</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>Copy version, devices and priors to the clipboard</source>
        <translation>Version, Geräte und Priors in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>&amp;About Palimpsest</source>
        <translation>&amp;Über Palimpsest</translation>
    </message>
    <message>
        <source>Version, licence and libraries</source>
        <translation>Version, Lizenz und Bibliotheken</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Rechts ziehen</translation>
    </message>
    <message>
        <source>Erase with the brush</source>
        <translation>Mit dem Pinsel radieren</translation>
    </message>
    <message>
        <source>Shift + drag</source>
        <translation>Umschalt + ziehen</translation>
    </message>
    <message>
        <source>Change the size of the brush</source>
        <translation>Die Größe des Pinsels ändern</translation>
    </message>
    <message>
        <source>Alt + wheel</source>
        <translation>Alt + Mausrad</translation>
    </message>
    <message>
        <source>Space + drag, middle drag</source>
        <translation>Leertaste + ziehen, mittlere Taste ziehen</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom around the pointer</source>
        <translation>Um den Zeiger herum vergrößern</translation>
    </message>
    <message>
        <source>Language, theme, previews and memory</source>
        <translation>Sprache, Farben, Vorschau und Speicher</translation>
    </message>
    <message>
        <source>Brush Lar&amp;ger</source>
        <translation>Pinsel &amp;größer</translation>
    </message>
    <message>
        <source>Swap Pa&amp;int and Erase</source>
        <translation>&amp;Malen und Radieren tauschen</translation>
    </message>
    <message>
        <source>Rese&amp;t Brush</source>
        <translation>Pinsel zurück&amp;setzen</translation>
    </message>
    <message>
        <source>Lock S&amp;eed</source>
        <translation>Startwert &amp;festhalten</translation>
    </message>
    <message>
        <source>Compare &amp;with Shown</source>
        <translation>&amp;Mit gezeigter vergleichen</translation>
    </message>
    <message>
        <source>Compare the variant with the one on the canvas, with a divider</source>
        <translation>Die Variante mit der im Bild gezeigten vergleichen, mit einer Linie</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Save the work on “%1”?</source>
        <translation>Die Arbeit an „%1“ speichern?</translation>
    </message>
    <message>
        <source>A restoration is running and will be stopped.</source>
        <translation>Eine Restaurierung läuft und wird abgebrochen.</translation>
    </message>
    <message>
        <source>Mask and variants are not saved.</source>
        <translation>Maske und Varianten sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Save the picture as shown, then close</source>
        <translation>Das gezeigte Bild speichern, dann schließen</translation>
    </message>
    <message>
        <source>&amp;Keep for Next Start</source>
        <translation>Für den nächsten Start be&amp;halten</translation>
    </message>
    <message>
        <source>Close, and offer mask and variants at the next start</source>
        <translation>Schließen und Maske und Varianten beim nächsten Start anbieten</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Close, and delete mask and variants</source>
        <translation>Schließen und Maske und Varianten löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>Nicht schließen</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>loading the prior</source>
        <translation>Prior wird geladen</translation>
    </message>
    <message>
        <source>level %1 of %2</source>
        <translation>Stufe %1 von %2</translation>
    </message>
    <message>
        <source>Computing on the processor, because %1.</source>
        <translation>Gerechnet wird auf dem Prozessor, denn %1.</translation>
    </message>
    <message>
        <source>Computing on %1 (%2), %3.</source>
        <translation>Gerechnet wird auf %1 (%2), %3.</translation>
    </message>
    <message>
        <source>the first card there is</source>
        <translation>der ersten Karte</translation>
    </message>
    <message>
        <source>as asked for</source>
        <translation>wie verlangt</translation>
    </message>
    <message>
        <source>there is no NVIDIA driver (%1)</source>
        <translation>es gibt keinen NVIDIA-Treiber (%1)</translation>
    </message>
    <message>
        <source>the NVIDIA driver lists no card</source>
        <translation>der NVIDIA-Treiber nennt keine Karte</translation>
    </message>
    <message>
        <source>the folder of LibTorch is unknown</source>
        <translation>der Ordner von LibTorch ist unbekannt</translation>
    </message>
    <message>
        <source>LibTorch finds no card that it can use</source>
        <translation>LibTorch findet keine Karte, die es nutzen kann</translation>
    </message>
    <message>
        <source>the CUDA part of LibTorch cannot be used (%1)</source>
        <translation>der CUDA-Teil von LibTorch kann nicht benutzt werden (%1)</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>choose a file in it</source>
        <translation>wählen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>copy its contents into a file</source>
        <translation>kopieren Sie den Inhalt in eine Datei</translation>
    </message>
    <message>
        <source>it is empty (0 bytes)</source>
        <translation>die Datei ist leer (0 Byte)</translation>
    </message>
    <message>
        <source>get a complete copy of it</source>
        <translation>besorgen Sie eine vollständige Kopie</translation>
    </message>
    <message>
        <source>it is larger than 2 GiB</source>
        <translation>die Datei ist größer als 2 GiB</translation>
    </message>
    <message>
        <source>use a smaller or compressed file</source>
        <translation>nehmen Sie eine kleinere oder komprimierte Datei</translation>
    </message>
    <message>
        <source>check that the file exists and that you may read it</source>
        <translation>prüfen Sie, ob es die Datei gibt und ob Sie sie lesen dürfen</translation>
    </message>
    <message>
        <source>check the disk it is on</source>
        <translation>prüfen Sie den Datenträger</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht vorhanden</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>%1 is truncated</source>
        <translation>%1 ist abgeschnitten</translation>
    </message>
    <message>
        <source>%1 is damaged: it has no pixels</source>
        <translation>%1 ist beschädigt: das Bild hat keine Pixel</translation>
    </message>
    <message>
        <source>%1 is damaged: a checksum in it does not fit</source>
        <translation>%1 ist beschädigt: eine Prüfsumme stimmt nicht</translation>
    </message>
    <message>
        <source>%1 is damaged: it does not begin with a header</source>
        <translation>%1 ist beschädigt: am Anfang fehlt der Kopf</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>%1 is damaged, or of a kind that cannot be decoded</source>
        <translation>%1 ist beschädigt oder von einer Art, die nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>%1 is damaged, or a kind of JPEG that cannot be decoded</source>
        <translation>%1 ist beschädigt oder eine Art von JPEG, die nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>open and save it with another program, as PNG or TIFF</source>
        <translation>öffnen und speichern Sie es mit einem anderen Programm, als PNG oder TIFF</translation>
    </message>
    <message>
        <source>get another copy of it</source>
        <translation>besorgen Sie eine andere Kopie</translation>
    </message>
    <message>
        <source>%1 is an animated %2, which cannot be restored</source>
        <translation>%1 ist ein animiertes %2, das nicht restauriert werden kann</translation>
    </message>
    <message>
        <source>%1 is a %2 of %3 bits, which cannot be read</source>
        <translation>%1 ist ein %2 mit %3 Bit, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>%1 is a TIFF with %2, which cannot be read</source>
        <translation>%1 ist ein TIFF mit %2, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>%1 is %2, which cannot be read</source>
        <translation>%1 ist %2; das kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>save it as PNG, TIFF or JPEG with another program</source>
        <translation>speichern Sie es mit einem anderen Programm als PNG, TIFF oder JPEG</translation>
    </message>
    <message>
        <source>save it as PNG with another program</source>
        <translation>speichern Sie es mit einem anderen Programm als PNG</translation>
    </message>
    <message>
        <source>%1 is not a picture of a known format</source>
        <translation>%1 ist kein Bild in einem bekannten Format</translation>
    </message>
    <message>
        <source>use PNG, JPEG, TIFF, WebP, BMP or EXR</source>
        <translation>nehmen Sie PNG, JPEG, TIFF, WebP, BMP oder EXR</translation>
    </message>
    <message>
        <source>%1 is too large: %2 x %3 pixels, the limit is 250 megapixels and 60000 pixels a side</source>
        <translation>%1 ist zu groß: %2 x %3 Pixel; die Grenze sind 250 Megapixel und 60000 Pixel je Seite</translation>
    </message>
    <message>
        <source>scale it down or cut out the part that you need</source>
        <translation>verkleinern Sie es oder schneiden Sie den nötigen Teil aus</translation>
    </message>
    <message>
        <source>the picture has a palette; it was converted to RGB</source>
        <translation>das Bild hat eine Farbpalette; es wurde in RGB umgewandelt</translation>
    </message>
    <message>
        <source>the picture is in printing inks (CMYK); they were converted to RGB without a colour profile, which changes colours</source>
        <translation>das Bild ist in Druckfarben (CMYK); sie wurden ohne Farbprofil in RGB umgewandelt, was Farben verändert</translation>
    </message>
    <message>
        <source>the file holds several pictures; the first was read</source>
        <translation>die Datei enthält mehrere Bilder; das erste wurde gelesen</translation>
    </message>
    <message>
        <source>the transparency of the picture was left out; the colours are those over black</source>
        <translation>die Transparenz des Bildes wurde weggelassen; die Farben sind die über Schwarz</translation>
    </message>
    <message>
        <source>the picture has pixels of %1 bit; they were converted to grey of 8 bit</source>
        <translation>das Bild hat Pixel mit %1 Bit; sie wurden in Grau mit 8 Bit umgewandelt</translation>
    </message>
    <message>
        <source>the colour profile of the picture cannot be used; its colours are taken for sRGB</source>
        <translation>das Farbprofil des Bildes ist nicht verwendbar; seine Farben gelten als sRGB</translation>
    </message>
    <message>
        <source>the blur kernel %1 has %2 x %3 pixels, the limit is 255 x 255</source>
        <translation>der Unschärfekern %1 hat %2 x %3 Pixel, die Grenze ist 255 x 255</translation>
    </message>
    <message>
        <source>cut out the trace of the blur</source>
        <translation>schneiden Sie die Spur der Unschärfe aus</translation>
    </message>
    <message>
        <source>the blur kernel %1 has values that are no numbers</source>
        <translation>der Unschärfekern %1 hat Werte, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>use a picture with finite grey values</source>
        <translation>nehmen Sie ein Bild mit endlichen Grauwerten</translation>
    </message>
    <message>
        <source>the blur kernel %1 has negative values</source>
        <translation>der Unschärfekern %1 hat negative Werte</translation>
    </message>
    <message>
        <source>use a picture whose grey values are zero or above</source>
        <translation>nehmen Sie ein Bild, dessen Grauwerte nicht unter null liegen</translation>
    </message>
    <message>
        <source>the blur kernel %1 is black all over</source>
        <translation>der Unschärfekern %1 ist ganz schwarz</translation>
    </message>
    <message>
        <source>draw the trace of the blur in white on black</source>
        <translation>zeichnen Sie die Spur der Unschärfe weiß auf schwarz</translation>
    </message>
    <message>
        <source>the blur kernel has an even side, which was made odd by a line of zeros at its end</source>
        <translation>der Unschärfekern hat eine gerade Seite; sie wurde durch eine Zeile Nullen am Ende ungerade</translation>
    </message>
    <message>
        <source>the blur kernel did not sum to one and was divided by its sum</source>
        <translation>der Unschärfekern ergab in der Summe nicht eins und wurde durch seine Summe geteilt</translation>
    </message>
    <message>
        <source>the colour hints %1 have %2 pixels, but the picture has %3</source>
        <translation>die Farbhinweise %1 haben %2 Pixel, aber das Bild hat %3</translation>
    </message>
    <message>
        <source>save the hints at the size of the picture</source>
        <translation>speichern Sie die Hinweise in der Größe des Bildes</translation>
    </message>
    <message>
        <source>the colour hints %1 are grey</source>
        <translation>die Farbhinweise %1 sind grau</translation>
    </message>
    <message>
        <source>draw them in colour and save them as RGB or RGBA</source>
        <translation>zeichnen Sie sie farbig und speichern Sie sie als RGB oder RGBA</translation>
    </message>
    <message>
        <source>the colour hints %1 hold no strokes</source>
        <translation>die Farbhinweise %1 enthalten keine Striche</translation>
    </message>
    <message>
        <source>draw strokes of colour over the picture or on a transparent layer, or leave the hints out</source>
        <translation>zeichnen Sie farbige Striche über das Bild oder auf eine durchsichtige Ebene, oder lassen Sie die Hinweise weg</translation>
    </message>
    <message>
        <source>the mask %1 has %2 pixels, but the picture has %3</source>
        <translation>die Maske %1 hat %2 Pixel, das Bild aber %3</translation>
    </message>
    <message>
        <source>save the mask at the size of the picture</source>
        <translation>speichern Sie die Maske in der Größe des Bildes</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>free some space or choose another disk; the old file, if any, is unchanged</source>
        <translation>schaffen Sie Platz oder wählen Sie einen anderen Datenträger; eine alte Datei ist unverändert</translation>
    </message>
    <message>
        <source>choose a folder that you may write to</source>
        <translation>wählen Sie einen Ordner, in den Sie schreiben dürfen</translation>
    </message>
    <message>
        <source>make the folder first or choose another</source>
        <translation>legen Sie den Ordner zuerst an oder wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation>nennen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>check the disk; the old file, if any, is unchanged</source>
        <translation>prüfen Sie den Datenträger; eine alte Datei ist unverändert</translation>
    </message>
    <message>
        <source>the name %1 does not say in which format to write</source>
        <translation>der Name %1 sagt nicht, in welchem Format geschrieben werden soll</translation>
    </message>
    <message>
        <source>end it in one of %1</source>
        <translation>lassen Sie ihn auf eines von %1 enden</translation>
    </message>
    <message>
        <source>the picture cannot be written as %1</source>
        <translation>das Bild kann nicht als %1 geschrieben werden</translation>
    </message>
    <message>
        <source>choose another format, such as PNG or TIFF</source>
        <translation>wählen Sie ein anderes Format, etwa PNG oder TIFF</translation>
    </message>
    <message>
        <source>choose PNG or TIFF</source>
        <translation>wählen Sie PNG oder TIFF</translation>
    </message>
    <message>
        <source>cannot make the folder %1</source>
        <translation>der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>check the permissions of the folders above it</source>
        <translation>prüfen Sie die Rechte der Ordner darüber</translation>
    </message>
    <message>
        <source>there is not enough free memory for this job</source>
        <translation>für diese Arbeit ist nicht genug Speicher frei</translation>
    </message>
    <message>
        <source>close other programs, or lower the tile size or the number of variants</source>
        <translation>schließen Sie andere Programme, oder verringern Sie die Kachelgröße oder die Zahl der Varianten</translation>
    </message>
    <message>
        <source>the mask covers nothing, so there is nothing to restore</source>
        <translation>die Maske bedeckt nichts, also gibt es nichts zu restaurieren</translation>
    </message>
    <message>
        <source>paint over the damage, or make it white in the mask file</source>
        <translation>übermalen Sie den Schaden, oder machen Sie ihn in der Maskendatei weiß</translation>
    </message>
    <message>
        <source>t0 = 0 would return the first estimate unchanged</source>
        <translation>t0 = 0 gäbe die erste Schätzung unverändert zurück</translation>
    </message>
    <message>
        <source>use a t0 between 0.01 and 1, or --method fill</source>
        <translation>nehmen Sie ein t0 zwischen 0,01 und 1 oder die Methode „Füllnetz“</translation>
    </message>
    <message>
        <source>the first estimate %1 has another size than the picture</source>
        <translation>die erste Schätzung %1 hat eine andere Größe als das Bild</translation>
    </message>
    <message>
        <source>make it as large as the picture</source>
        <translation>machen Sie sie so groß wie das Bild</translation>
    </message>
    <message>
        <source>the network answered with values that are no numbers</source>
        <translation>das Netz antwortete mit Werten, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>run again with --precision fp32; if that fails too, verify the prior with palimpsest models verify</source>
        <translation>starten Sie noch einmal mit der Genauigkeit fp32; schlägt auch das fehl, prüfen Sie den Prior mit palimpsest models verify</translation>
    </message>
    <message>
        <source>fp16 needs a graphics card</source>
        <translation>fp16 braucht eine Grafikkarte</translation>
    </message>
    <message>
        <source>use --precision bf16 or fp32 on the processor</source>
        <translation>nehmen Sie auf dem Prozessor die Genauigkeit bf16 oder fp32</translation>
    </message>
    <message>
        <source>there is no device %1</source>
        <translation>es gibt kein Gerät %1</translation>
    </message>
    <message>
        <source>use auto, cpu, cuda or cuda:N</source>
        <translation>nehmen Sie auto, cpu, cuda oder cuda:N</translation>
    </message>
    <message>
        <source>the last one is %1</source>
        <translation>das letzte ist %1</translation>
    </message>
    <message>
        <source>the device %1 cannot be used: %2</source>
        <translation>das Gerät %1 kann nicht benutzt werden: %2</translation>
    </message>
    <message>
        <source>use cpu or auto</source>
        <translation>nehmen Sie cpu oder auto</translation>
    </message>
    <message>
        <source>%1 has no parameter %2</source>
        <translation>%1 hat keinen Parameter %2</translation>
    </message>
    <message>
        <source>it has %1</source>
        <translation>vorhanden sind %1</translation>
    </message>
    <message>
        <source>%1 is out of range</source>
        <translation>%1 liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>%1 is unknown</source>
        <translation>%1 ist unbekannt</translation>
    </message>
    <message>
        <source>choose one of %1, or give the folder of one</source>
        <translation>wählen Sie eines von %1, oder geben Sie einen Ordner an</translation>
    </message>
    <message>
        <source>choose one of %1</source>
        <translation>wählen Sie eines von %1</translation>
    </message>
    <message>
        <source>the prior %1 cannot be used</source>
        <translation>der Prior %1 kann nicht benutzt werden</translation>
    </message>
    <message>
        <source>the weights file %1 is missing</source>
        <translation>die Gewichtsdatei %1 fehlt</translation>
    </message>
    <message>
        <source>the weights file %1 is altered or incomplete: its SHA-256 is not the one in card.json</source>
        <translation>die Gewichtsdatei %1 ist verändert oder unvollständig: ihr SHA-256 ist nicht der aus card.json</translation>
    </message>
    <message>
        <source>copy the whole folder of the prior again</source>
        <translation>kopieren Sie den ganzen Ordner des Priors noch einmal</translation>
    </message>
    <message>
        <source>there is no prior %1</source>
        <translation>es gibt keinen Prior %1</translation>
    </message>
    <message>
        <source>there is no method %1</source>
        <translation>es gibt keine Methode %1</translation>
    </message>
    <message>
        <source>there is no folder %1</source>
        <translation>es gibt keinen Ordner %1</translation>
    </message>
    <message>
        <source>give the id of an installed prior, or the folder of one</source>
        <translation>geben Sie die Kennung eines installierten Priors an oder den Ordner eines Priors</translation>
    </message>
    <message>
        <source>%1 is no prior: it has no card.json</source>
        <translation>%1 ist kein Prior: es fehlt card.json</translation>
    </message>
    <message>
        <source>the numerical library could not be loaded: %1</source>
        <translation>die Rechenbibliothek konnte nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>install the program again</source>
        <translation>installieren Sie das Programm noch einmal</translation>
    </message>
    <message>
        <source>internal error: %1</source>
        <translation>innerer Fehler: %1</translation>
    </message>
    <message>
        <source>the folder for recovery cannot be written: %1</source>
        <translation>der Ordner für die Wiederherstellung kann nicht beschrieben werden: %1</translation>
    </message>
    <message>
        <source>free some space there or check its permissions</source>
        <translation>schaffen Sie dort Platz oder prüfen Sie die Rechte</translation>
    </message>
    <message>
        <source>another window works with this session</source>
        <translation>ein anderes Fenster arbeitet mit dieser Sitzung</translation>
    </message>
    <message>
        <source>close that window first</source>
        <translation>schließen Sie zuerst jenes Fenster</translation>
    </message>
    <message>
        <source>the picture has changed since: %1</source>
        <translation>das Bild hat sich seither geändert: %1</translation>
    </message>
    <message>
        <source>put the old picture back, or open the variants in %1</source>
        <translation>legen Sie das alte Bild zurück, oder öffnen Sie die Varianten in %1</translation>
    </message>
    <message>
        <source>the notes of the session in %1 are damaged</source>
        <translation>die Notizen der Sitzung in %1 sind beschädigt</translation>
    </message>
    <message>
        <source>its variants are pictures in the folder&apos;s &quot;variants&quot;</source>
        <translation>ihre Varianten sind Bilder im Ordner „variants“ darin</translation>
    </message>
</context>
<context>
    <name>FileFilters</name>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Zu&amp;letzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Sample Pictures</source>
        <translation>&amp;Beispielbilder</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>Werk&amp;zeuge</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>&amp;Variant</source>
        <translation>&amp;Variante</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>A&amp;uswahl</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurieren</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>ParameterEditor</name>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
</context>
<context>
    <name>RadiusDialog</name>
    <message>
        <source>Radius in pixels:</source>
        <translation>Radius in Pixel:</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>SamplePictures</name>
    <message>
        <source>Hills behind wires</source>
        <translation>Berge hinter Drähten</translation>
    </message>
    <message>
        <source>Mountain with a date stamp</source>
        <translation>Berg mit Datumsstempel</translation>
    </message>
    <message>
        <source>Scratched palace</source>
        <translation>Zerkratzter Palast</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>402 photographs from Debian packages: packaging/priors/photo lists them with their licences.</source>
        <translation>402 Fotos aus Debian-Paketen: packaging/priors/photo nennt sie mit ihren Lizenzen.</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Begin from pure noise, or from a first estimate.</source>
        <translation>Aus reinem Rauschen beginnen oder aus einer ersten Schätzung.</translation>
    </message>
    <message>
        <source>DDIM</source>
        <translation>DDIM</translation>
    </message>
    <message>
        <source>DDNM</source>
        <translation>DDNM</translation>
    </message>
    <message>
        <source>DDPM</source>
        <translation>DDPM</translation>
    </message>
    <message>
        <source>DPS</source>
        <translation>DPS</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Diffusion posterior sampling (Chung 2023) from noise: a gradient step after every step; twice the time.</source>
        <translation>Diffusion posterior sampling (Chung 2023) aus Rauschen: nach jedem Schritt ein Gradientenschritt; doppelte Zeit.</translation>
    </message>
    <message>
        <source>Equal seeds give equal results.</source>
        <translation>Gleiche Startwerte geben gleiche Ergebnisse.</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>FSR</source>
        <translation>FSR</translation>
    </message>
    <message>
        <source>FSR best</source>
        <translation>FSR best</translation>
    </message>
    <message>
        <source>Fast-marching fill of OpenCV (Telea 2004), a classical fill.</source>
        <translation>Fast-Marching-Füllung von OpenCV (Telea 2004), eine klassische Füllung.</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>Weicher Rand</translation>
    </message>
    <message>
        <source>Feed-forward fill</source>
        <translation>Füllnetz</translation>
    </message>
    <message>
        <source>Fill first</source>
        <translation>Erste Füllung</translation>
    </message>
    <message>
        <source>Fill views</source>
        <translation>Ansichten der Füllung</translation>
    </message>
    <message>
        <source>Fluid-dynamics fill of OpenCV (Bertalmio 2001), a classical fill.</source>
        <translation>Strömungsfüllung von OpenCV (Bertalmio 2001), eine klassische Füllung.</translation>
    </message>
    <message>
        <source>Frequency selective reconstruction of OpenCV, a classical fill; slow on large holes.</source>
        <translation>Frequenzselektive Rekonstruktion von OpenCV, eine klassische Füllung; langsam bei großen Löchern.</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Wachsen</translation>
    </message>
    <message>
        <source>Guidance scale</source>
        <translation>Stärke der Führung</translation>
    </message>
    <message>
        <source>How far beyond the mask the picture is restored.</source>
        <translation>Wie weit über die Maske hinaus restauriert wird.</translation>
    </message>
    <message>
        <source>How far the first estimate is noised before the prior takes over, 0 (kept) to 1 (forgotten); -1 takes the method&apos;s default.</source>
        <translation>Wie weit die erste Schätzung verrauscht wird, ehe der Prior übernimmt, 0 (behalten) bis 1 (vergessen); -1 nimmt den Standard der Methode.</translation>
    </message>
    <message>
        <source>How it is restored; auto takes the default that the search found.</source>
        <translation>Wie restauriert wird; automatisch nimmt den Standard, den die Suche gefunden hat.</translation>
    </message>
    <message>
        <source>How one step goes from a noise level to the next.</source>
        <translation>Wie ein Schritt von einem Rauschpegel zum nächsten geht.</translation>
    </message>
    <message>
        <source>Id of an installed prior, or the folder of one.</source>
        <translation>Kennung eines installierten Priors oder der Ordner eines Priors.</translation>
    </message>
    <message>
        <source>Inpaint</source>
        <translation>Ausbessern</translation>
    </message>
    <message>
        <source>MCG</source>
        <translation>MCG</translation>
    </message>
    <message>
        <source>Manifold constrained gradients (Chung, Sim 2022) from noise: projection and gradient; twice the time.</source>
        <translation>Manifold constrained gradients (Chung, Sim 2022) aus Rauschen: Projektion und Gradient; doppelte Zeit.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Mirrored and turned views of which the feed-forward fill is averaged.</source>
        <translation>Gespiegelte und gedrehte Ansichten, über die das Füllnetz gemittelt wird.</translation>
    </message>
    <message>
        <source>Navier stokes</source>
        <translation>Navier-Stokes</translation>
    </message>
    <message>
        <source>Navier-Stokes</source>
        <translation>Navier-Stokes</translation>
    </message>
    <message>
        <source>Network evaluations per level of the pyramid; 0 takes the method&apos;s default.</source>
        <translation>Netzauswertungen je Stufe der Pyramide; 0 nimmt den Standard der Methode.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Number format of the network.</source>
        <translation>Zahlenformat des Netzes.</translation>
    </message>
    <message>
        <source>Number of variants.</source>
        <translation>Zahl der Varianten.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo fill</source>
        <translation>Füllnetz für Fotos</translation>
    </message>
    <message>
        <source>Photo prior (small)</source>
        <translation>Foto-Prior (klein)</translation>
    </message>
    <message>
        <source>Photographs, fill</source>
        <translation>Fotos, Füllnetz</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Prior</translation>
    </message>
    <message>
        <source>Processor threads; 0 uses all cores.</source>
        <translation>Threads des Prozessors; 0 nimmt alle Kerne.</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Pyramid radius</source>
        <translation>Radius der Pyramide</translation>
    </message>
    <message>
        <source>Range-null space decomposition (Wang 2023) from noise: the estimate is corrected before every step; no gradient.</source>
        <translation>Zerlegung in Bild- und Nullraum (Wang 2023) aus Rauschen: die Schätzung wird vor jedem Schritt berichtigt; kein Gradient.</translation>
    </message>
    <message>
        <source>Replacement of the known part at every noise level (Song 2021) from noise.</source>
        <translation>Ersetzen des bekannten Teils auf jedem Rauschpegel (Song 2021) aus Rauschen.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Share of fresh noise: 0 is deterministic, 1 is ancestral sampling.</source>
        <translation>Anteil frischen Rauschens: 0 ist deterministisch, 1 ist „ancestral sampling“.</translation>
    </message>
    <message>
        <source>Side of the largest piece that the network sees at once; 0: chosen from the memory.</source>
        <translation>Seite des größten Stücks, das das Netz auf einmal sieht; 0: nach dem Speicher gewählt.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Step rule</source>
        <translation>Schrittregel</translation>
    </message>
    <message>
        <source>Step rule eta</source>
        <translation>eta der Schrittregel</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Telea</source>
        <translation>Telea</translation>
    </message>
    <message>
        <source>The classical fill that the feed-forward network improves.</source>
        <translation>Die klassische Füllung, die das Füllnetz verbessert.</translation>
    </message>
    <message>
        <source>The best estimate that the search found for the size of the hole; further variants are drawn from the prior around it.</source>
        <translation>Die beste Schätzung, die die Suche für die Größe des Lochs fand; weitere Varianten werden um sie herum aus dem Prior gezogen.</translation>
    </message>
    <message>
        <source>The feed-forward network alone, coarse to fine: one answer, in seconds.</source>
        <translation>Das Füllnetz allein, von grob zu fein: eine Antwort, in Sekunden.</translation>
    </message>
    <message>
        <source>The first estimate: auto, photo-fill, telea, navier-stokes, fsr, or the path of a picture.</source>
        <translation>Die erste Schätzung: automatisch, Füllnetz, Telea, Navier-Stokes, FSR oder die Datei eines Bildes.</translation>
    </message>
    <message>
        <source>The picture is halved until no hole has a larger radius than this.</source>
        <translation>Das Bild wird halbiert, bis kein Loch einen größeren Radius hat.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Weight of the gradient of the residual in every step.</source>
        <translation>Gewicht des Gradienten der Abweichung in jedem Schritt.</translation>
    </message>
    <message>
        <source>What is to be restored.</source>
        <translation>Was restauriert werden soll.</translation>
    </message>
    <message>
        <source>Where to compute: auto, cpu, cuda or cuda:N.</source>
        <translation>Wo gerechnet wird: automatisch, cpu, cuda oder cuda:N.</translation>
    </message>
    <message>
        <source>Width of the rim in which the result fades into the picture.</source>
        <translation>Breite des Randes, in dem das Ergebnis ins Bild übergeht.</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>fp16</source>
        <translation>fp16</translation>
    </message>
    <message>
        <source>fp32</source>
        <translation>fp32</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>t0</source>
        <translation>t0</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::CanvasView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The picture with its mask. Arrow keys move the picture; hold Space and drag to pan.</source>
        <translation>Das Bild mit seiner Maske. Pfeiltasten verschieben das Bild; auch Ziehen mit gehaltener Leertaste.</translation>
    </message>
    <message>
        <source>Open a picture, drop one here, or paste one.</source>
        <translation>Öffnen Sie ein Bild, ziehen Sie eines hierher, oder fügen Sie eines ein.</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::Document</name>
    <message>
        <source>Invert mask</source>
        <translation>Maske umkehren</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>Maske wachsen lassen</translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation>Maske schrumpfen lassen</translation>
    </message>
    <message>
        <source>Feather mask</source>
        <translation>Weicher Maskenrand</translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation>Maske leeren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles maskieren</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::ErrorDialog</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show what a report of this error should contain</source>
        <translation>Zeigen, was ein Bericht über diesen Fehler enthalten soll</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the details to the clipboard</source>
        <translation>Die Einzelheiten in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What a report of this error should contain</source>
        <translation>Was ein Bericht über diesen Fehler enthalten soll</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::FileController</name>
    <message>
        <source>Open Picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>The picture could not be opened.</source>
        <translation>Das Bild konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Import mask</source>
        <translation>Maske importieren</translation>
    </message>
    <message>
        <source>The picture could not be pasted.</source>
        <translation>Das Bild konnte nicht eingefügt werden.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>The mask could not be imported.</source>
        <translation>Die Maske konnte nicht importiert werden.</translation>
    </message>
    <message>
        <source>Import Mask</source>
        <translation>Maske importieren</translation>
    </message>
    <message>
        <source>Export Mask</source>
        <translation>Maske exportieren</translation>
    </message>
    <message>
        <source>The mask could not be exported.</source>
        <translation>Die Maske konnte nicht exportiert werden.</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>The picture could not be saved.</source>
        <translation>Das Bild konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The variant could not be saved.</source>
        <translation>Die Variante konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Export Variant</source>
        <translation>Variante exportieren</translation>
    </message>
    <message>
        <source>No recent pictures</source>
        <translation>Keine zuletzt geöffneten Bilder</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::GuiApplication</name>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Im Programm ist etwas schiefgegangen.</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::HelpController</name>
    <message>
        <source>Quick Help</source>
        <translation>Kurzhilfe</translation>
    </message>
    <message>
        <source>&lt;ol&gt;&lt;li&gt;Open a picture, or drop one on the window.&lt;/li&gt;&lt;li&gt;Paint over what is to be restored with the brush (%1); erase with the eraser (%2) or the right button.&lt;/li&gt;&lt;li&gt;Press Restore (%3) and watch the estimate form. Esc cancels.&lt;/li&gt;&lt;li&gt;Choose among the variants below; hold %4 to see the picture before.&lt;/li&gt;&lt;li&gt;Save (%5).&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;Pixels outside the mask stay as they are. Nothing leaves this computer.&lt;/p&gt;</source>
        <translation>&lt;ol&gt;&lt;li&gt;Öffnen Sie ein Bild, oder ziehen Sie eines auf das Fenster.&lt;/li&gt;&lt;li&gt;Übermalen Sie mit dem Pinsel (%1), was restauriert werden soll; radieren Sie mit dem Radierer (%2) oder der rechten Taste.&lt;/li&gt;&lt;li&gt;Drücken Sie Restaurieren (%3), und sehen Sie zu, wie die Schätzung entsteht. Esc bricht ab.&lt;/li&gt;&lt;li&gt;Wählen Sie unten unter den Varianten; halten Sie %4, um das Bild vorher zu sehen.&lt;/li&gt;&lt;li&gt;Speichern Sie (%5).&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;Pixel außerhalb der Maske bleiben, wie sie sind. Nichts verlässt diesen Rechner.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Palimpsest</source>
        <translation>Über Palimpsest</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Palimpsest %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Restores pictures with diffusion priors, on this computer.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Made with Qt, LibTorch and OpenCV.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Palimpsest %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Restauriert Bilder mit Diffusions-Priors, auf diesem Rechner.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später. Gemacht mit Qt, LibTorch und OpenCV.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Die Hilfe schließen</translation>
    </message>
    <message>
        <source>Open this picture with a mask over its damage</source>
        <translation>Dieses Bild mit einer Maske über seinen Schäden öffnen</translation>
    </message>
    <message>
        <source>No sample pictures are installed</source>
        <translation>Es sind keine Beispielbilder installiert</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::LassoTool</name>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::MainWindow</name>
    <message>
        <source>Loading the numerical library …</source>
        <translation>Die Rechenbibliothek wird geladen …</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>The numerical library could not be loaded: restoring is not possible</source>
        <translation>Die Rechenbibliothek konnte nicht geladen werden: Restaurieren ist nicht möglich</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Show or hide this panel</source>
        <translation>Diese Leiste ein- oder ausblenden</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::MaskController</name>
    <message>
        <source>Grow Mask</source>
        <translation>Maske wachsen lassen</translation>
    </message>
    <message>
        <source>Shrink Mask</source>
        <translation>Maske schrumpfen lassen</translation>
    </message>
    <message>
        <source>Feather Mask</source>
        <translation>Weicher Maskenrand</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::PolygonTool</name>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::Probe</name>
    <message>
        <source>%1, %2   %3</source>
        <comment>column, row, channel values</comment>
        <translation>%1, %2   %3</translation>
    </message>
    <message>
        <source>   mask %1 %</source>
        <translation>   Maske %1 %</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RecoveryController</name>
    <message>
        <source>The work could not be taken up.</source>
        <translation>Die Arbeit konnte nicht aufgenommen werden.</translation>
    </message>
    <message>
        <source>Your work is not safe: it could not be written to the recovery folder.</source>
        <translation>Ihre Arbeit ist nicht sicher: sie konnte nicht in den Ordner für die Wiederherstellung geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RecoveryDialog</name>
    <message numerus="yes">
        <source>mask and %n variant(s)</source>
        <translation>
            <numerusform>Maske und %n Variante</numerusform>
            <numerusform>Maske und %n Varianten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n Variante</numerusform>
            <numerusform>%n Varianten</numerusform>
        </translation>
    </message>
    <message>
        <source>Unnamed picture</source>
        <translation>Bild ohne Namen</translation>
    </message>
    <message>
        <source>Unsaved Work</source>
        <translation>Ungespeicherte Arbeit</translation>
    </message>
    <message>
        <source>Palimpsest ended before this work was saved. It can be taken up again.</source>
        <translation>Palimpsest endete, ehe diese Arbeit gespeichert war. Sie kann wieder aufgenommen werden.</translation>
    </message>
    <message>
        <source>Choose what to take up</source>
        <translation>Wählen Sie, was aufgenommen werden soll</translation>
    </message>
    <message>
        <source>&amp;Take Up</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>Open the picture with its mask, settings and variants</source>
        <translation>Das Bild mit seiner Maske, den Einstellungen und Varianten öffnen</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Delete this work for good</source>
        <translation>Diese Arbeit endgültig löschen</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>Keep everything and ask again at the next start</source>
        <translation>Alles behalten und beim nächsten Start wieder fragen</translation>
    </message>
    <message>
        <source>Delete this work for good?</source>
        <translation>Diese Arbeit endgültig löschen?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep this work</source>
        <translation>Diese Arbeit behalten</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RectangleTool</name>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RestoreController</name>
    <message>
        <source>Restoring is not possible.</source>
        <translation>Restaurieren ist nicht möglich.</translation>
    </message>
    <message>
        <source>Stopped; the estimate is kept as a variant</source>
        <translation>Angehalten; die Schätzung ist als Variante aufgehoben</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n variant(s)</source>
        <translation>
            <numerusform>Fertig: %n Variante</numerusform>
            <numerusform>Fertig: %n Varianten</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The restoration has failed.</source>
        <translation>Die Restaurierung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>These settings do not go together.</source>
        <translation>Diese Einstellungen passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Throw the estimate away?</source>
        <translation>Die Schätzung verwerfen?</translation>
    </message>
    <message>
        <source>It has been computed for %1.</source>
        <translation>Daran wurde %1 gerechnet.</translation>
    </message>
    <message>
        <source>&amp;Throw Away</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Stop without a result</source>
        <translation>Ohne Ergebnis anhalten</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Let the restoration go on</source>
        <translation>Die Restaurierung weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Open a picture to begin.</source>
        <translation>Öffnen Sie zuerst ein Bild.</translation>
    </message>
    <message>
        <source>Paint over what is to be restored.</source>
        <translation>Übermalen Sie, was restauriert werden soll.</translation>
    </message>
    <message>
        <source>The numerical library is loading …</source>
        <translation>Die Rechenbibliothek wird geladen …</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RestoreForm</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Show the settings that are seldom needed</source>
        <translation>Die selten gebrauchten Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RunPanel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n network evaluation(s)</source>
        <translation>
            <numerusform>%n Netzauswertung</numerusform>
            <numerusform>%n Netzauswertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1, %2</source>
        <translation>etwa %1, %2</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message numerus="yes">
        <source>Restore %n variant(s)</source>
        <translation>
            <numerusform>%n Variante restaurieren</numerusform>
            <numerusform>%n Varianten restaurieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>How far the restoration is</source>
        <translation>Wie weit die Restaurierung ist</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n weitere wartet</numerusform>
            <numerusform>%n weitere warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Danach: %1</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::Session</name>
    <message>
        <source>Recovered mask</source>
        <translation>Wiederhergestellte Maske</translation>
    </message>
    <message>
        <source>Use variant as picture</source>
        <translation>Variante als Bild verwenden</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::SettingsController</name>
    <message>
        <source>The settings could not be saved: %1</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>Diese Einstellungen verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave the settings as they were</source>
        <translation>Die Einstellungen lassen, wie sie waren</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Bright or dark window</source>
        <translation>Helles oder dunkles Fenster</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Mask colour</source>
        <translation>Maskenfarbe</translation>
    </message>
    <message>
        <source>Colour of the mask&apos;s overlay</source>
        <translation>Farbe, in der die Maske gezeigt wird</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> je Sekunde</translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation>Schätzungen</translation>
    </message>
    <message>
        <source>How often the canvas shows the estimate while a restoration runs</source>
        <translation>Wie oft die Schätzung während einer Restaurierung gezeigt wird</translation>
    </message>
    <message>
        <source>Memory for undo</source>
        <translation>Speicher für Rückgängig</translation>
    </message>
    <message>
        <source>The oldest steps are forgotten when this is used up</source>
        <translation>Ist er verbraucht, werden die ältesten Schritte vergessen</translation>
    </message>
    <message>
        <source>Keep unsaved work on the disk</source>
        <translation>Ungespeicherte Arbeit aufheben</translation>
    </message>
    <message>
        <source>After a crash the next start offers mask and variants</source>
        <translation>Nach einem Absturz bietet der nächste Start Maske und Varianten an</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>Mask Colour</source>
        <translation>Maskenfarbe</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::ShortcutDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Show only the actions whose name or key holds this text</source>
        <translation>Nur Befehle zeigen, deren Name oder Taste diesen Text enthält</translation>
    </message>
    <message>
        <source>Select an action, then press its new key below</source>
        <translation>Wählen Sie einen Befehl und drücken Sie unten seine neue Taste</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Press the new key here</source>
        <translation>Drücken Sie hier die neue Taste</translation>
    </message>
    <message>
        <source>Second key</source>
        <translation>Zweite Taste</translation>
    </message>
    <message>
        <source>Press a second key for the same action here</source>
        <translation>Drücken Sie hier eine zweite Taste für denselben Befehl</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Give this action its first keys again</source>
        <translation>Diesem Befehl seine ersten Tasten wiedergeben</translation>
    </message>
    <message>
        <source>Take It</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take the key away from the other action</source>
        <translation>Die Taste dem anderen Befehl wegnehmen</translation>
    </message>
    <message>
        <source>Keys:</source>
        <translation>Tasten:</translation>
    </message>
    <message>
        <source>All Defaults</source>
        <translation>Alle Standard</translation>
    </message>
    <message>
        <source>Give every action its first keys again</source>
        <translation>Allen Befehlen ihre ersten Tasten wiedergeben</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Mouse gestures cannot be changed</source>
        <translation>Mausgesten können nicht geändert werden</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 gehört zu „%2“.</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>Diese Tasten verwenden</translation>
    </message>
    <message>
        <source>Leave the keys as they were</source>
        <translation>Die Tasten lassen, wie sie waren</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::StatusPanel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What the program is doing</source>
        <translation>Was das Programm gerade tut</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Place and value of the pixel under the pointer</source>
        <translation>Ort und Wert des Pixels unter dem Zeiger</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Share of the picture that the mask covers</source>
        <translation>Anteil des Bildes, den die Maske bedeckt</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Screen pixels for each picture pixel</source>
        <translation>Bildschirmpixel je Bildpixel</translation>
    </message>
    <message>
        <source>%1 % masked</source>
        <translation>%1 % maskiert</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::StrokeTool</name>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation>Pinselstrich</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::Tool</name>
    <message>
        <source>Paint over what is to be restored. Right button erases, Shift+click draws a straight line, Shift+drag or Alt+wheel sets the size.</source>
        <translation>Übermalen Sie, was restauriert werden soll. Die rechte Taste radiert, Umschalt+Klick zieht eine gerade Linie, Umschalt+Ziehen oder Alt+Mausrad ändert die Größe.</translation>
    </message>
    <message>
        <source>Take the mask away. Right button paints, Shift+click draws a straight line, Shift+drag or Alt+wheel sets the size.</source>
        <translation>Nehmen Sie die Maske weg. Die rechte Taste malt, Umschalt+Klick zieht eine gerade Linie, Umschalt+Ziehen oder Alt+Mausrad ändert die Größe.</translation>
    </message>
    <message>
        <source>Drag a rectangle. Shift adds to the mask, Alt or the right button takes away.</source>
        <translation>Ziehen Sie ein Rechteck auf. Umschalt fügt zur Maske hinzu, Alt oder die rechte Taste nimmt weg.</translation>
    </message>
    <message>
        <source>Draw around something. Shift adds to the mask, Alt or the right button takes away.</source>
        <translation>Umfahren Sie etwas. Umschalt fügt zur Maske hinzu, Alt oder die rechte Taste nimmt weg.</translation>
    </message>
    <message>
        <source>Click corners; Enter or a double click closes, Backspace takes the last one back, Esc gives up. Shift adds to the mask, Alt takes away.</source>
        <translation>Klicken Sie Ecken; Eingabe oder Doppelklick schließt, Rücktaste nimmt die letzte zurück, Esc gibt auf. Umschalt fügt zur Maske hinzu, Alt nimmt weg.</translation>
    </message>
    <message>
        <source>Click a colour to take all pixels like it. Shift adds to the mask, Alt takes away.</source>
        <translation>Klicken Sie eine Farbe, um alle ähnlichen Pixel zu nehmen. Umschalt fügt zur Maske hinzu, Alt nimmt weg.</translation>
    </message>
    <message>
        <source>Drag the picture. With any tool: hold Space, or drag with the middle button.</source>
        <translation>Ziehen Sie das Bild. Mit jedem Werkzeug: Leertaste halten oder mit der mittleren Taste ziehen.</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::ToolPanel</name>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Diameter of the brush in pixels of the picture</source>
        <translation>Durchmesser des Pinsels in Pixeln des Bildes</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source>0 % is soft from the centre, 100 % has a hard edge</source>
        <translation>0 % ist von der Mitte an weich, 100 % hat einen harten Rand</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much of the result a stroke lets through</source>
        <translation>Wie viel vom Ergebnis ein Strich durchlässt</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>How far a colour may be from the one that is clicked</source>
        <translation>Wie weit eine Farbe von der angeklickten abweichen darf</translation>
    </message>
    <message>
        <source>Pressure: size</source>
        <translation>Druck: Größe</translation>
    </message>
    <message>
        <source>The pressure of a pen sets the size</source>
        <translation>Der Druck eines Stifts bestimmt die Größe</translation>
    </message>
    <message>
        <source>Pressure: strength</source>
        <translation>Druck: Stärke</translation>
    </message>
    <message>
        <source>The pressure of a pen sets the strength</source>
        <translation>Der Druck eines Stifts bestimmt die Stärke</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Zusammenhängend</translation>
    </message>
    <message>
        <source>Only pixels that are connected with the one that is clicked</source>
        <translation>Nur Pixel, die mit dem angeklickten zusammenhängen</translation>
    </message>
    <message>
        <source>What a new region does to the mask; Shift always adds, Alt always takes away</source>
        <translation>Was ein neuer Bereich mit der Maske tut; Umschalt fügt immer hinzu, Alt nimmt immer weg</translation>
    </message>
    <message>
        <source>New region</source>
        <translation>Neuer Bereich</translation>
    </message>
    <message>
        <source>Adds to the mask</source>
        <translation>Fügt hinzu</translation>
    </message>
    <message>
        <source>Replaces the mask</source>
        <translation>Ersetzt die Maske</translation>
    </message>
    <message>
        <source>Takes away</source>
        <translation>Nimmt weg</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::VariantController</name>
    <message>
        <source>The variant cannot be shown.</source>
        <translation>Die Variante kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Delete a variant with a star?</source>
        <translation>Eine Variante mit Stern löschen?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete the variant</source>
        <translation>Die Variante löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep the variant</source>
        <translation>Die Variante behalten</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::VariantModel</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Variant %1 of run %2: method %3, seed %4</source>
        <translation>Variante %1 von Lauf %2: Methode %3, Startwert %4</translation>
    </message>
    <message>
        <source>Stopped early and kept</source>
        <translation>Vorzeitig angehalten und behalten</translation>
    </message>
    <message>
        <source>Not exported yet</source>
        <translation>Noch nicht exportiert</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::VariantStrip</name>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Double-click a variant to show it</source>
        <translation>Ein Doppelklick zeigt eine Variante</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::WandTool</name>
    <message>
        <source>Magic wand</source>
        <translation>Zauberstab</translation>
    </message>
</context>
</TS>
