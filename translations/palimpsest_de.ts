<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture as shown, with its run record beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture as shown under a new name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import Mask…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the mask from a picture; white is restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export Mask…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the mask as a grey picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window and end the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change of the mask or picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the change again that was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture as shown to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste as New Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the picture that is in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List all keys and change them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, theme, folders and memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the picture larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the picture smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit in Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture pixel on one screen pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;200 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;400 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four times as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;800 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight times as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the picture without the result while the key is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wipe Divider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare before and after with a divider that can be dragged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the mask as a hatched overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quick Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the mask itself, white on black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;Estimates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the estimate on the canvas while a restoration runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide everything but the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take everything out of the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Invert Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask what is free and free what is masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grow…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the mask grow on all sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;hrink…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the mask shrink on all sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Feather…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the mask a soft edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture under the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint the mask over what is to be restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask a rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask what you circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;olygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask a polygon, corner by corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magic &amp;Wand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask connected pixels of similar colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush &amp;Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the brush smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush &amp;Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the brush larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush So&amp;fter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the brush a softer edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush &amp;Harder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the brush a harder edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap &amp;Paint and Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change between brush and eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the brush its first size and hardness again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore what the mask covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep What You Have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep the estimate as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the restoration and throw its estimate away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel A&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the restoration and those that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw the dice for another result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the seed from run to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use as Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this variant as the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the variant on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the variant as a good one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the variant with the picture, with a divider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the variant as a file, with its run record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the variant before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the variant after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all panels back in their places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick &amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the program in a few lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy version, devices and priors to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Palimpsest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licence and libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase with the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the size of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt + wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space + drag, middle drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom around the pointer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Save the work on “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A restoration is running and will be stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask and variants are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture as shown, then close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep for Next Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, and offer mask and variants at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, and delete mask and variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileFilters</name>
    <message>
        <source>Pictures (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sample Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterEditor</name>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RadiusDialog</name>
    <message>
        <source>Radius in pixels:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplePictures</name>
    <message>
        <source>Hills behind wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mountain with a date stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scratched palace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::CanvasView</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture with its mask. Arrow keys move the picture; hold Space and drag to pan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture, drop one here, or paste one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::Document</name>
    <message>
        <source>Invert mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feather mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::ErrorDialog</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what a report of this error should contain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::FileController</name>
    <message>
        <source>Open Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be pasted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask could not be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask could not be exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variant could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::GuiApplication</name>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::HelpController</name>
    <message>
        <source>Quick Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;ol&gt;&lt;li&gt;Open a picture, or drop one on the window.&lt;/li&gt;&lt;li&gt;Paint over what is to be restored with the brush (%1); erase with the eraser (%2) or the right button.&lt;/li&gt;&lt;li&gt;Press Restore (%3) and watch the estimate form. Esc cancels.&lt;/li&gt;&lt;li&gt;Choose among the variants below; hold %4 to see the picture before.&lt;/li&gt;&lt;li&gt;Save (%5).&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;Pixels outside the mask stay as they are. Nothing leaves this computer.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Palimpsest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Palimpsest %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Restores pictures with diffusion priors, on this computer.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Made with Qt, LibTorch and OpenCV.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this picture with a mask over its damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample pictures are installed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::LassoTool</name>
    <message>
        <source>Lasso</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::MainWindow</name>
    <message>
        <source>Your work is not safe: it could not be written to the recovery folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the numerical library …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numerical library could not be loaded: restoring is not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide this panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::MaskController</name>
    <message>
        <source>Grow Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feather Mask</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::PolygonTool</name>
    <message>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::Probe</name>
    <message>
        <source>%1, %2   %3</source>
        <comment>column, row, channel values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   mask %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RecoveryController</name>
    <message>
        <source>The work could not be taken up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RecoveryDialog</name>
    <message numerus="yes">
        <source>mask and %n variant(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Unnamed picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palimpsest ended before this work was saved. It can be taken up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what to take up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the picture with its mask, settings and variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this work for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep everything and ask again at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this work for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RectangleTool</name>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RestoreController</name>
    <message>
        <source>Restoring is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; the estimate is kept as a variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Done: %n variant(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The restoration has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These settings do not go together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw the estimate away?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been computed for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Throw Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop without a result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the restoration go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint over what is to be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numerical library is loading …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RestoreForm</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the settings that are seldom needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RunPanel</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n network evaluation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>about %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Restore %n variant(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the restoration is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::Session</name>
    <message>
        <source>Recovered mask</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the settings as they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bright or dark window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the mask&apos;s overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the canvas shows the estimate while a restoration runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest steps are forgotten when this is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep unsaved work on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a crash the next start offers mask and variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask Colour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::ShortcutDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the actions whose name or key holds this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an action, then press its new key below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the new key here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a second key for the same action here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this action its first keys again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the key away from the other action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All Defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every action its first keys again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse gestures cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::StatusPanel</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program is doing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place and value of the pixel under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the picture that the mask covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen pixels for each picture pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::StrokeTool</name>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::Tool</name>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint over what is to be restored. Right button erases, Shift+click draws a straight line, Shift+drag or Alt+wheel sets the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the mask away. Right button paints, Shift+click draws a straight line, Shift+drag or Alt+wheel sets the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a rectangle. Shift adds to the mask, Alt or the right button takes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw around something. Shift adds to the mask, Alt or the right button takes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click corners; Enter or a double click closes, Backspace takes the last one back, Esc gives up. Shift adds to the mask, Alt takes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a colour to take all pixels like it. Shift adds to the mask, Alt takes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the picture. With any tool: hold Space, or drag with the middle button.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::ToolPanel</name>
    <message>
        <source>Brush size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diameter of the brush in pixels of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 % is soft from the centre, 100 % has a hard edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the result a stroke lets through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far a colour may be from the one that is clicked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pressure: size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pressure of a pen sets the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pressure: strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pressure of a pen sets the strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only pixels that are connected with the one that is clicked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::VariantController</name>
    <message>
        <source>The variant cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a variant with a star?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the variant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::VariantModel</name>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant %1 of run %2: method %3, seed %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped early and kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not exported yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::VariantStrip</name>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click a variant to show it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::WandTool</name>
    <message>
        <source>Magic wand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
