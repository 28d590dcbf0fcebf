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
    <message>
        <source>&amp;Grid of Variants</source>
        <translation>Varianten im &amp;Raster</translation>
    </message>
    <message>
        <source>Show picture and variants side by side, with one zoom</source>
        <translation>Bild und Varianten nebeneinander zeigen, mit gemeinsamem Zoom</translation>
    </message>
    <message>
        <source>Colour &amp;Hint Brush</source>
        <translation>&amp;Farbhinweis-Pinsel</translation>
    </message>
    <message>
        <source>Paint colours that you know</source>
        <translation>Bekannte Farben aufmalen</translation>
    </message>
    <message>
        <source>Colour H&amp;int Eraser</source>
        <translation>Farbhinweis-&amp;Radierer</translation>
    </message>
    <message>
        <source>Take colour hints away</source>
        <translation>Farbhinweise wegnehmen</translation>
    </message>
    <message>
        <source>&amp;Pick Colour</source>
        <translation>Farbe auf&amp;nehmen</translation>
    </message>
    <message>
        <source>Take the hint colour from under the pointer</source>
        <translation>Die Hinweisfarbe unter dem Zeiger aufnehmen</translation>
    </message>
    <message>
        <source>Choose &amp;Colour…</source>
        <translation>Farbe &amp;wählen …</translation>
    </message>
    <message>
        <source>Choose the hint colour</source>
        <translation>Die Hinweisfarbe wählen</translation>
    </message>
    <message>
        <source>C&amp;lear Colour Hints</source>
        <translation>Farbhinweise &amp;löschen</translation>
    </message>
    <message>
        <source>Take all colour hints away</source>
        <translation>Alle Farbhinweise wegnehmen</translation>
    </message>
    <message>
        <source>I&amp;mport Colour Hints…</source>
        <translation>Farbhinweise i&amp;mportieren …</translation>
    </message>
    <message>
        <source>Read colour hints from a picture: its opaque pixels, or what differs from this one</source>
        <translation>Farbhinweise aus einem Bild lesen: seine deckenden Pixel, oder was sich von diesem unterscheidet</translation>
    </message>
    <message>
        <source>E&amp;xport Colour Hints…</source>
        <translation>Farbhinweise e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Write the colour hints as a transparent picture</source>
        <translation>Die Farbhinweise als durchsichtiges Bild schreiben</translation>
    </message>
    <message>
        <source>&amp;Inpaint</source>
        <translation>Aus&amp;bessern</translation>
    </message>
    <message>
        <source>Restore what is painted over</source>
        <translation>Restaurieren, was übermalt ist</translation>
    </message>
    <message>
        <source>&amp;Colorize</source>
        <translation>&amp;Kolorieren</translation>
    </message>
    <message>
        <source>Give colours to a grey picture</source>
        <translation>Einem grauen Bild Farben geben</translation>
    </message>
    <message>
        <source>&amp;Upscale</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Make the picture larger</source>
        <translation>Das Bild vergrößern</translation>
    </message>
    <message>
        <source>De&amp;blur</source>
        <translation>&amp;Schärfen</translation>
    </message>
    <message>
        <source>Sharpen a blurred picture</source>
        <translation>Ein unscharfes Bild schärfen</translation>
    </message>
    <message>
        <source>De&amp;noise</source>
        <translation>&amp;Entrauschen</translation>
    </message>
    <message>
        <source>Take the noise out of the picture</source>
        <translation>Das Rauschen aus dem Bild nehmen</translation>
    </message>
    <message>
        <source>&amp;Old Photo</source>
        <translation>&amp;Altes Foto</translation>
    </message>
    <message>
        <source>Mend scratches, lost colours, blur and noise at once</source>
        <translation>Kratzer, verlorene Farben, Unschärfe und Rauschen auf einmal beheben</translation>
    </message>
    <message>
        <source>Do the chosen task with the picture</source>
        <translation>Die gewählte Aufgabe am Bild ausführen</translation>
    </message>
    <message>
        <source>&amp;Next Overlay</source>
        <translation>Nä&amp;chste Überlagerung</translation>
    </message>
    <message>
        <source>Show the next overlay of how sure the result is</source>
        <translation>Die nächste Überlagerung zur Sicherheit des Ergebnisses zeigen</translation>
    </message>
    <message>
        <source>N&amp;othing</source>
        <translation>&amp;Nichts</translation>
    </message>
    <message>
        <source>Show the result without an overlay</source>
        <translation>Das Ergebnis ohne Überlagerung zeigen</translation>
    </message>
    <message>
        <source>&amp;Deviation</source>
        <translation>&amp;Streuung</translation>
    </message>
    <message>
        <source>Show how much the variants differ, in colours</source>
        <translation>In Farben zeigen, wie sehr sich die Varianten unterscheiden</translation>
    </message>
    <message>
        <source>Dis&amp;agreement</source>
        <translation>&amp;Uneinigkeit</translation>
    </message>
    <message>
        <source>Hatch where the variants differ by more than the threshold</source>
        <translation>Schraffieren, wo sich die Varianten um mehr als die Schwelle unterscheiden</translation>
    </message>
    <message>
        <source>Measured or &amp;Invented</source>
        <translation>Gemessen oder &amp;erfunden</translation>
    </message>
    <message>
        <source>Tint what the picture does not determine and the prior made up</source>
        <translation>Einfärben, was das Bild nicht festlegt und das Vorwissen erfunden hat</translation>
    </message>
    <message>
        <source>Data &amp;Residual</source>
        <translation>&amp;Datenrest</translation>
    </message>
    <message>
        <source>Show how far the result is from the picture, in units of its noise</source>
        <translation>Zeigen, wie weit das Ergebnis vom Bild entfernt ist, gemessen an dessen Rauschen</translation>
    </message>
    <message>
        <source>&amp;Weaker</source>
        <translation>Sch&amp;wächer</translation>
    </message>
    <message>
        <source>Mix more of the picture into the result</source>
        <translation>Mehr vom Bild ins Ergebnis mischen</translation>
    </message>
    <message>
        <source>Mix less of the picture into the result</source>
        <translation>Weniger vom Bild ins Ergebnis mischen</translation>
    </message>
    <message>
        <source>&amp;Save Settings as Preset…</source>
        <translation>Einstellungen als Vorgabe &amp;sichern …</translation>
    </message>
    <message>
        <source>Keep the settings of this task under a name</source>
        <translation>Die Einstellungen dieser Aufgabe unter einem Namen behalten</translation>
    </message>
    <message>
        <source>Alt + click with the hint brush</source>
        <translation>Alt + Klick mit dem Farbhinweis-Pinsel</translation>
    </message>
    <message>
        <source>Take the hint colour from the picture</source>
        <translation>Die Hinweisfarbe aus dem Bild nehmen</translation>
    </message>
    <message>
        <source>Arrow keys, Shift + arrow keys</source>
        <translation>Pfeiltasten, Umschalt + Pfeiltasten</translation>
    </message>
    <message>
        <source>Move the crosshair; Space or Enter paints there</source>
        <translation>Das Fadenkreuz bewegen; Leertaste oder Eingabe malt dort</translation>
    </message>
    <message>
        <source>Ctrl + arrow keys</source>
        <translation>Strg + Pfeiltasten</translation>
    </message>
    <message>
        <source>Stron&amp;ger</source>
        <translation>S&amp;tärker</translation>
    </message>
    <message>
        <source>&amp;Manage Priors…</source>
        <translation>Priors &amp;verwalten …</translation>
    </message>
    <message>
        <source>Show the installed priors, check, add and remove them</source>
        <translation>Installierte Priors zeigen, prüfen, hinzufügen und entfernen</translation>
    </message>
    <message>
        <source>Add Prior from &amp;File…</source>
        <translation>Prior aus &amp;Datei hinzufügen …</translation>
    </message>
    <message>
        <source>Make a prior of a checkpoint on this computer</source>
        <translation>Aus einem Checkpoint auf diesem Rechner einen Prior machen</translation>
    </message>
    <message>
        <source>Add Prior from F&amp;older…</source>
        <translation>Prior aus &amp;Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Make a prior of a folder with a checkpoint and its configuration</source>
        <translation>Aus einem Ordner mit Checkpoint und Konfiguration einen Prior machen</translation>
    </message>
    <message>
        <source>&amp;Published Models…</source>
        <translation>Ver&amp;öffentlichte Modelle …</translation>
    </message>
    <message>
        <source>List checkpoints that can be downloaded; nothing is downloaded before you say so</source>
        <translation>Checkpoints zeigen, die heruntergeladen werden können; nichts wird geladen, bevor Sie es wollen</translation>
    </message>
    <message>
        <source>Clean Up &amp;JPEG</source>
        <translation>&amp;JPEG bereinigen</translation>
    </message>
    <message>
        <source>Take the blocks and rings of compression out of the picture</source>
        <translation>Blöcke und Ringe der Kompression aus dem Bild nehmen</translation>
    </message>
    <message>
        <source>Recover Hi&amp;ghlights</source>
        <translation>Li&amp;chter zurückholen</translation>
    </message>
    <message>
        <source>Invent what was too bright or too dark for the picture</source>
        <translation>Erfinden, was für das Bild zu hell oder zu dunkel war</translation>
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
    <name>MaskQuestion</name>
    <message>
        <source>Black is restored: %1 % of the picture</source>
        <translation>Schwarz wird restauriert: %1 % des Bildes</translation>
    </message>
    <message>
        <source>What is painted is restored: %1 % of the picture</source>
        <translation>Was gemalt ist, wird restauriert: %1 % des Bildes</translation>
    </message>
    <message>
        <source>What was erased is restored: %1 % of the picture</source>
        <translation>Was gelöscht wurde, wird restauriert: %1 % des Bildes</translation>
    </message>
    <message>
        <source>White is restored: %1 % of the picture</source>
        <translation>Weiß wird restauriert: %1 % des Bildes</translation>
    </message>
    <message>
        <source>Import Mask</source>
        <translation>Maske importieren</translation>
    </message>
    <message>
        <source>The mask can be understood in several ways:</source>
        <translation>Die Maske kann auf mehrere Weisen verstanden werden:</translation>
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
    <name>Core</name>
    <message>
        <source>a mask cannot mean &quot;%1&quot;</source>
        <translation>eine Maske kann nicht „%1“ bedeuten</translation>
    </message>
    <message>
        <source>take auto, white, black, alpha, erased, labels or exact</source>
        <translation>auto, white, black, alpha, erased, labels oder exact angeben</translation>
    </message>
    <message>
        <source>&quot;mask-meaning&quot; of %1 is not a text</source>
        <translation>„mask-meaning“ in %1 ist kein Text</translation>
    </message>
    <message>
        <source>give a picture that marks what is to be restored, or tell with --mask-meaning what this one marks</source>
        <translation>ein Bild angeben, das markiert, was restauriert wird, oder mit --mask-meaning sagen, was dieses markiert</translation>
    </message>
    <message>
        <source>the mask %1 is the picture itself; its transparent part can be restored with --mask-meaning erased</source>
        <translation>die Maske %1 ist das Bild selbst; sein durchsichtiger Teil kann mit --mask-meaning erased restauriert werden</translation>
    </message>
    <message>
        <source>the mask %1 is the picture itself, so it marks nothing, unlike one that is transparent somewhere</source>
        <translation>die Maske %1 ist das Bild selbst und markiert also nichts, anders als eine mit durchsichtigen Stellen</translation>
    </message>
    <message>
        <source>the mask %1 looks like a photograph; a mask is black and white, or transparent</source>
        <translation>die Maske %1 sieht aus wie eine Fotografie; eine Maske ist schwarz-weiß oder durchsichtig</translation>
    </message>
    <message>
        <source>the mask is read as white on black: %1 % is marked</source>
        <translation>die Maske wird als Weiß auf Schwarz gelesen: %1 % sind markiert</translation>
    </message>
    <message>
        <source>the mask is read as black on white: %1 % is marked</source>
        <translation>die Maske wird als Schwarz auf Weiß gelesen: %1 % sind markiert</translation>
    </message>
    <message>
        <source>the mask is read as paint on a transparent layer: %1 % is marked</source>
        <translation>die Maske wird als Farbe auf durchsichtiger Ebene gelesen: %1 % sind markiert</translation>
    </message>
    <message>
        <source>the mask is read as what was erased, transparent or painted over: %1 % is marked</source>
        <translation>die Maske wird als das gelesen, was gelöscht oder übermalt wurde: %1 % sind markiert</translation>
    </message>
    <message>
        <source>the mask is read as labels, all but the background: %1 % is marked</source>
        <translation>die Maske wird als Klassen gelesen, alles außer dem Hintergrund: %1 % sind markiert</translation>
    </message>
    <message>
        <source>the mask is read value by value: %1 % is marked</source>
        <translation>die Maske wird Wert für Wert gelesen: %1 % sind markiert</translation>
    </message>
    <message>
        <source>the mask has the noise of a lossy format, which was removed</source>
        <translation>die Maske hat das Rauschen eines verlustbehafteten Formats, das entfernt wurde</translation>
    </message>
    <message>
        <source>the thin grey rim of the mask is restored like the rest of it</source>
        <translation>der schmale graue Rand der Maske wird restauriert wie der Rest</translation>
    </message>
    <message>
        <source>the mask may mean otherwise, as most of the picture is marked or could be; --mask-meaning tells what marks in it</source>
        <translation>die Maske kann anderes bedeuten, denn das meiste des Bildes ist markiert oder könnte es sein; --mask-meaning sagt, was in ihr markiert</translation>
    </message>
    <message>
        <source>choose a shorter name</source>
        <translation>einen kürzeren Namen wählen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to another training: its %2 is %3 instead of %4</source>
        <translation>„%1“ gehört zu einem anderen Training: %2 ist dort %3 statt %4</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends too early</source>
        <translation>„%1“ endet zu früh</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no weights: it is %2</source>
        <translation>„%1“ enthält keine Gewichte: es ist %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a PyTorch file that cannot be opened here: %2</source>
        <translation>„%1“ ist eine PyTorch-Datei, die hier nicht geöffnet werden kann: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no answer for &quot;%2&quot; of this checkpoint</source>
        <translation>„%1“ ist für diesen Checkpoint keine Antwort auf „%2“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id for a prior</source>
        <translation>„%1“ ist keine Kennung für einen Prior</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for the choice &quot;%2&quot; of %3</source>
        <translation>„%1“ ist kein Wert für die Wahl „%2“ von %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a checkpoint of a training</source>
        <translation>„%1“ ist kein Checkpoint eines Trainings</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a choice of %2</source>
        <translation>„%1“ ist bei %2 keine Wahl</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a regular file</source>
        <translation>„%1“ ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid %2 file: %3</source>
        <translation>„%1“ ist keine gültige Datei der Art %2: %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid safetensors file: its header is not valid JSON</source>
        <translation>„%1“ ist keine gültige Safetensors-Datei: ihr Kopf ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid value for %2</source>
        <translation>„%1“ ist kein gültiger Wert für %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an array that can be read: %2</source>
        <translation>„%1“ ist kein Array, das gelesen werden kann: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is nothing that can be chosen for this checkpoint</source>
        <translation>„%1“ steht bei diesem Checkpoint nicht zur Wahl</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the run record cannot be used: %2</source>
        <translation>„%1“ im Protokoll kann nicht verwendet werden: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; overlaps another entry</source>
        <translation>„%1“ überlappt einen anderen Eintrag</translation>
    </message>
    <message>
        <source>&quot;palimpsest %1 --help&quot; lists the arguments</source>
        <translation>„palimpsest %1 --help“ nennt die Argumente</translation>
    </message>
    <message>
        <source>&quot;palimpsest inspect&quot; says what it holds</source>
        <translation>„palimpsest inspect“ sagt, was darin ist</translation>
    </message>
    <message>
        <source>&quot;palimpsest models --help&quot; says what it means</source>
        <translation>„palimpsest models --help“ sagt, was es bedeutet</translation>
    </message>
    <message>
        <source>&quot;palimpsest models --help&quot; says which action takes what</source>
        <translation>„palimpsest models --help“ sagt, welche Aktion was nimmt</translation>
    </message>
    <message>
        <source>&quot;palimpsest models list&quot; lists the priors</source>
        <translation>„palimpsest models list“ nennt die Priors</translation>
    </message>
    <message>
        <source>&quot;palimpsest restore --help&quot; shows an example</source>
        <translation>„palimpsest restore --help“ zeigt ein Beispiel</translation>
    </message>
    <message>
        <source>&quot;simple&quot; DDPM U-Net, as DDIM, SDEdit, DDRM and DDNM use it</source>
        <translation>„einfaches“ DDPM-U-Net, wie DDIM, SDEdit, DDRM und DDNM es benutzen</translation>
    </message>
    <message>
        <source>%1 (%2) cannot become a prior: %3</source>
        <translation>%1 (%2) kann kein Prior werden: %3</translation>
    </message>
    <message>
        <source>%1 answers with a web page that asks for a login, not with the file</source>
        <translation>%1 antwortet mit einer Webseite, die eine Anmeldung verlangt, nicht mit der Datei</translation>
    </message>
    <message>
        <source>%1 answers with a web page, not with the file</source>
        <translation>%1 antwortet mit einer Webseite, nicht mit der Datei</translation>
    </message>
    <message>
        <source>%1 cannot be downloaded by a program</source>
        <translation>%1 kann nicht von einem Programm heruntergeladen werden</translation>
    </message>
    <message>
        <source>%1 cannot be read or is empty</source>
        <translation>%1 kann nicht gelesen werden oder ist leer</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 Kanälen</translation>
    </message>
    <message>
        <source>%1 channels cannot be divided into %2 groups</source>
        <translation>%1 Kanäle lassen sich nicht in %2 Gruppen teilen</translation>
    </message>
    <message>
        <source>%1 did not answer with a file (HTTP %2)</source>
        <translation>%1 hat nicht mit einer Datei geantwortet (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 does not name the file of its %2</source>
        <translation>%1 nennt die Datei zu „%2“ nicht</translation>
    </message>
    <message>
        <source>%1 does not say how long the file is, so a truncated one could not be detected</source>
        <translation>%1 sagt nicht, wie lang die Datei ist; ob sie abgeschnitten ist, wäre nicht zu erkennen</translation>
    </message>
    <message>
        <source>%1 does not take &quot;%2&quot;</source>
        <translation>%1 nimmt „%2“ nicht</translation>
    </message>
    <message>
        <source>%1 does not take --%2</source>
        <translation>%1 nimmt --%2 nicht</translation>
    </message>
    <message>
        <source>%1 ended the file early: %2 of %3 bytes arrived</source>
        <translation>%1 hörte zu früh auf: %2 von %3 Bytes kamen an</translation>
    </message>
    <message>
        <source>%1 from %2 is not the expected file: its SHA-256 is %3, not %4</source>
        <translation>%1 von %2 ist nicht die erwartete Datei: ihr SHA-256 ist %3, nicht %4</translation>
    </message>
    <message>
        <source>%1 has a shape or an offset that is not a whole number</source>
        <translation>%1 hat eine Form oder einen Versatz, der keine ganze Zahl ist</translation>
    </message>
    <message>
        <source>%1 has an internal problem (HTTP %2)</source>
        <translation>%1 hat selbst ein Problem (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 has an unknown entry &quot;%2&quot;</source>
        <translation>%1 hat einen unbekannten Eintrag „%2“</translation>
    </message>
    <message>
        <source>%1 has another size than its pickle says</source>
        <translation>%1 hat eine andere Größe, als der Pickle angibt</translation>
    </message>
    <message>
        <source>%1 has changed since it was saved</source>
        <translation>%1 wurde nach dem Speichern verändert</translation>
    </message>
    <message>
        <source>%1 has no &quot;%2&quot;</source>
        <translation>in %1 fehlt „%2“</translation>
    </message>
    <message>
        <source>%1 has no &quot;%2&quot;, or it is not a text</source>
        <translation>in %1 fehlt „%2“, oder es ist kein Text</translation>
    </message>
    <message>
        <source>%1 has no address to download it from</source>
        <translation>%1 hat keine Adresse, von der es heruntergeladen werden kann</translation>
    </message>
    <message>
        <source>%1 has no field &quot;%2&quot;</source>
        <translation>%1 hat kein Feld „%2“</translation>
    </message>
    <message>
        <source>%1 has no parameter &quot;%2&quot;</source>
        <translation>%1 hat keinen Parameter „%2“</translation>
    </message>
    <message>
        <source>%1 has no parameter %2</source>
        <translation>%1 hat keinen Parameter %2</translation>
    </message>
    <message>
        <source>%1 has received too many requests from here (HTTP %2)</source>
        <translation>%1 hat zu viele Anfragen von hier erhalten (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 has stopped sending data</source>
        <translation>%1 sendet keine Daten mehr</translation>
    </message>
    <message>
        <source>%1 has the key &quot;%2&quot; twice</source>
        <translation>%1 hat den Schlüssel „%2“ doppelt</translation>
    </message>
    <message>
        <source>%1 has two different sizes</source>
        <translation>%1 hat zwei verschiedene Größen</translation>
    </message>
    <message>
        <source>%1 holds several checkpoints: %2</source>
        <translation>%1 enthält mehrere Checkpoints: %2</translation>
    </message>
    <message>
        <source>%1 is %2, which cannot be read</source>
        <translation>%1 ist %2; das kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 is a BMP of a kind that cannot be decoded</source>
        <translation>%1 ist ein BMP von einer Art, die nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>%1 is a JPEG with %2 bits per channel, which cannot be read</source>
        <translation>%1 ist ein JPEG mit %2 Bit je Kanal, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>%1 is a TIFF with %2, which cannot be read</source>
        <translation>%1 ist ein TIFF mit %2, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>%1 is a file, and a training needs a folder</source>
        <translation>%1 ist eine Datei, und ein Training braucht einen Ordner</translation>
    </message>
    <message>
        <source>%1 is a folder without a checkpoint</source>
        <translation>%1 ist ein Ordner ohne Checkpoint</translation>
    </message>
    <message>
        <source>%1 is a multi-part or deep EXR, which cannot be read</source>
        <translation>%1 ist ein EXR aus mehreren Teilen oder mit Tiefe, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>%1 is a run record of version %2, and this program reads up to version %3</source>
        <translation>%1 ist ein Protokoll der Version %2, und dieses Programm liest bis Version %3</translation>
    </message>
    <message>
        <source>%1 is already being downloaded</source>
        <translation>%1 wird schon heruntergeladen</translation>
    </message>
    <message>
        <source>%1 is an animated PNG, which cannot be restored</source>
        <translation>%1 ist ein animiertes PNG, das nicht restauriert werden kann</translation>
    </message>
    <message>
        <source>%1 is an animated WebP, which cannot be restored</source>
        <translation>%1 ist ein animiertes WebP, das nicht restauriert werden kann</translation>
    </message>
    <message>
        <source>%1 is an array %2, and the network takes [N,%3,H,W]</source>
        <translation>%1 ist ein Array %2, und das Netz nimmt [N,%3,H,W]</translation>
    </message>
    <message>
        <source>%1 is an array %2, and the output is %3</source>
        <translation>%1 ist ein Array %2, und die Ausgabe ist %3</translation>
    </message>
    <message>
        <source>%1 is compressed, which PyTorch never does</source>
        <translation>%1 ist komprimiert, was PyTorch nie tut</translation>
    </message>
    <message>
        <source>%1 is damaged, or a kind of JPEG that cannot be decoded</source>
        <translation>%1 ist beschädigt oder eine Art von JPEG, die nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>%1 is damaged: BMP does not allow %2 bits per pixel</source>
        <translation>%1 ist beschädigt: BMP erlaubt keine Pixel mit %2 Bit</translation>
    </message>
    <message>
        <source>%1 is damaged: PNG has no colour type %2</source>
        <translation>%1 ist beschädigt: PNG kennt keinen Farbtyp %2</translation>
    </message>
    <message>
        <source>%1 is damaged: a checksum in it does not match</source>
        <translation>%1 ist beschädigt: eine Prüfsumme stimmt nicht</translation>
    </message>
    <message>
        <source>%1 is damaged: it does not begin with a header</source>
        <translation>%1 ist beschädigt: am Anfang fehlt der Kopf</translation>
    </message>
    <message>
        <source>%1 is damaged: it has no WebP header</source>
        <translation>%1 ist beschädigt: der WebP-Kopf fehlt</translation>
    </message>
    <message>
        <source>%1 is damaged: it has no pixels</source>
        <translation>%1 ist beschädigt: das Bild hat keine Pixel</translation>
    </message>
    <message>
        <source>%1 is damaged: its EXR header lacks %2</source>
        <translation>%1 ist beschädigt: im EXR-Kopf fehlt %2</translation>
    </message>
    <message>
        <source>%1 is damaged: its palette is too long</source>
        <translation>%1 ist beschädigt: die Farbpalette ist zu lang</translation>
    </message>
    <message>
        <source>%1 is encrypted</source>
        <translation>%1 ist verschlüsselt</translation>
    </message>
    <message>
        <source>%1 is no JSON object of answers</source>
        <translation>%1 ist kein JSON-Objekt mit Antworten</translation>
    </message>
    <message>
        <source>%1 is no prior: it has no card.json</source>
        <translation>%1 ist kein Prior: es fehlt card.json</translation>
    </message>
    <message>
        <source>%1 is no whole number</source>
        <translation>%1 ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>%1 is not a JSON object</source>
        <translation>%1 ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>%1 is not a library of this program</source>
        <translation>%1 ist keine Bibliothek dieses Programms</translation>
    </message>
    <message>
        <source>%1 is not a picture of a known format</source>
        <translation>%1 ist kein Bild in einem bekannten Format</translation>
    </message>
    <message>
        <source>%1 is not a regular file</source>
        <translation>%1 ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>%1 is not a run record</source>
        <translation>%1 ist kein Protokoll</translation>
    </message>
    <message>
        <source>%1 is not the %2 of the record: its pixels differ</source>
        <translation>%1 ist nicht das „%2“ aus dem Protokoll: seine Pixel sind andere</translation>
    </message>
    <message>
        <source>%1 is not valid JSON</source>
        <translation>%1 ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>%1 is too large for a JSON file (over 64 MiB)</source>
        <translation>%1 ist zu groß für eine JSON-Datei (über 64 MiB)</translation>
    </message>
    <message>
        <source>%1 is too large: %2 x %3 pixels, the limit is 250 megapixels and 60000 pixels a side</source>
        <translation>%1 ist zu groß: %2 x %3 Pixel; die Grenze sind 250 Megapixel und 60000 Pixel je Seite</translation>
    </message>
    <message>
        <source>%1 is truncated</source>
        <translation>%1 ist abgeschnitten</translation>
    </message>
    <message>
        <source>%1 lies on another disk</source>
        <translation>%1 liegt auf einem anderen Datenträger</translation>
    </message>
    <message>
        <source>%1 must be a JSON object of named parameters</source>
        <translation>%1 muss ein JSON-Objekt mit benannten Parametern sein</translation>
    </message>
    <message>
        <source>%1 needs %2</source>
        <translation>%1 braucht %2</translation>
    </message>
    <message>
        <source>%1 needs %2, but only %3 are free in %4</source>
        <translation>%1 braucht %2, aber nur %3 sind frei in %4</translation>
    </message>
    <message>
        <source>%1 no longer has the file (HTTP %2)</source>
        <translation>%1 hat die Datei nicht mehr (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 now has a file of another length</source>
        <translation>%1 hat jetzt eine Datei anderer Länge</translation>
    </message>
    <message>
        <source>%1 records a run that was stopped early, which cannot be replayed</source>
        <translation>%1 beschreibt einen Lauf, der vorzeitig angehalten wurde und nicht wiederholt werden kann</translation>
    </message>
    <message>
        <source>%1 redirects endlessly</source>
        <translation>%1 leitet endlos weiter</translation>
    </message>
    <message>
        <source>%1 redirects to an address that is not https: %2</source>
        <translation>%1 leitet an eine Adresse weiter, die nicht https ist: %2</translation>
    </message>
    <message>
        <source>%1 refuses to send the file (HTTP %2)</source>
        <translation>%1 gibt die Datei nicht heraus (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 requires a login (HTTP %2)</source>
        <translation>%1 verlangt eine Anmeldung (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 sends another part of the file than was requested</source>
        <translation>%1 sendet einen anderen Teil der Datei als den verlangten</translation>
    </message>
    <message>
        <source>%1 sends more than the %2 that the file may have</source>
        <translation>%1 sendet mehr als die %2, die die Datei haben darf</translation>
    </message>
    <message>
        <source>%1 sends the file compressed (%2)</source>
        <translation>%1 sendet die Datei komprimiert (%2)</translation>
    </message>
    <message>
        <source>%1 sent an empty file</source>
        <translation>%1 hat eine leere Datei gesendet</translation>
    </message>
    <message>
        <source>%1 steps do not fit into %2 times</source>
        <translation>%1 Schritte passen nicht in %2 Zeitpunkte</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 bis %2 %3</translation>
    </message>
    <message>
        <source>%1 training photos, %2 validation photos</source>
        <translation>%1 Fotos zum Trainieren, %2 zum Prüfen</translation>
    </message>
    <message>
        <source>%1 weights in %2 tensors of %3.</source>
        <translation>%1 Gewichte in %2 Tensoren der Art %3.</translation>
    </message>
    <message>
        <source>%1 would overwrite %2</source>
        <translation>%1 würde %2 überschreiben</translation>
    </message>
    <message>
        <source>%1, licence: %2</source>
        <translation>%1, Lizenz: %2</translation>
    </message>
    <message>
        <source>%1-bit floats</source>
        <translation>Gleitkommazahlen von %1 Bit</translation>
    </message>
    <message>
        <source>%1-bit integers</source>
        <translation>ganzen Zahlen von %1 Bit</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; cannot be used</source>
        <translation>%1: „%2“ kann nicht benutzt werden</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not a JSON object</source>
        <translation>%1: „%2“ ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>%1: %2 = %3 is out of range</source>
        <translation>%1: %2 = %3 liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>%1: %2 = %3 is unknown</source>
        <translation>%1: %2 = %3 ist unbekannt</translation>
    </message>
    <message>
        <source>%1: %2 has a value that cannot be used</source>
        <translation>%1: %2 hat einen Wert, der nicht benutzt werden kann</translation>
    </message>
    <message>
        <source>%1: %2 needs a value</source>
        <translation>%1: %2 braucht einen Wert</translation>
    </message>
    <message>
        <source>%1: %2; the defaults are used</source>
        <translation>%1: %2; es gelten die Voreinstellungen</translation>
    </message>
    <message>
        <source>%1: --%2 is given more than once</source>
        <translation>%1: --%2 ist mehr als einmal angegeben</translation>
    </message>
    <message>
        <source>%1; the defaults are used</source>
        <translation>%1; es gelten die Voreinstellungen</translation>
    </message>
    <message>
        <source>%1; the download starts over</source>
        <translation>%1; sie wird von vorn heruntergeladen</translation>
    </message>
    <message>
        <source>%1; trying %2 next</source>
        <translation>%1; als Nächstes wird %2 versucht</translation>
    </message>
    <message>
        <source>--choice &quot;%1&quot; is not of the form NAME=VALUE</source>
        <translation>--choice „%1“ hat nicht die Form NAME=WERT</translation>
    </message>
    <message>
        <source>--choice %1 is given twice</source>
        <translation>--choice %1 ist doppelt angegeben</translation>
    </message>
    <message>
        <source>--cotangent is for the gradient, which is not asked for</source>
        <translation>--cotangent gehört zum Gradienten, und der ist nicht verlangt</translation>
    </message>
    <message>
        <source>--dry-run without it lists the choices</source>
        <translation>--dry-run ohne diese Angabe nennt, was zur Wahl steht</translation>
    </message>
    <message>
        <source>--dry-run without it lists the values</source>
        <translation>--dry-run ohne diese Angabe nennt die Werte</translation>
    </message>
    <message>
        <source>--set %1 is given twice</source>
        <translation>--set %1 ist doppelt angegeben</translation>
    </message>
    <message>
        <source>--set %1 is not of the form NAME=VALUE</source>
        <translation>--set %1 hat nicht die Form NAME=WERT</translation>
    </message>
    <message>
        <source>AAPM low-dose CT grand challenge.</source>
        <translation>AAPM Low-Dose CT Grand Challenge.</translation>
    </message>
    <message>
        <source>AAPM low-dose CT.</source>
        <translation>AAPM Low-Dose CT.</translation>
    </message>
    <message>
        <source>ADM U-Net as guided-diffusion saves it</source>
        <translation>ADM-U-Net, wie guided-diffusion es speichert</translation>
    </message>
    <message>
        <source>All photographs at 512 px, without classes. Large: wants a GPU.</source>
        <translation>Alle Fotos mit 512 px, ohne Klassen. Groß: verlangt eine GPU.</translation>
    </message>
    <message>
        <source>All photographs: the general prior of DPS, DDRM, DDNM, DiffPIR and others. Large: wants a GPU.</source>
        <translation>Alle Fotos: der allgemeine Prior von DPS, DDRM, DDNM, DiffPIR und anderen. Groß: verlangt eine GPU.</translation>
    </message>
    <message>
        <source>Apache-2.0, which its authors state for the code</source>
        <translation>Apache-2.0, die seine Urheber für den Code angeben</translation>
    </message>
    <message>
        <source>Are pictures resampled with the filter [1,3,3,1], or by means and copies?</source>
        <translation>Werden Bilder mit dem Filter [1,3,3,1] umgerechnet oder durch Mittel und Kopien?</translation>
    </message>
    <message>
        <source>Are sums of two branches divided by the square root of two?</source>
        <translation>Werden Summen zweier Zweige durch die Wurzel aus zwei geteilt?</translation>
    </message>
    <message>
        <source>Attention in the middle and at %1 of the resolution.</source>
        <translation>Aufmerksamkeit in der Mitte und bei %1 der Auflösung.</translation>
    </message>
    <message>
        <source>Attention in the middle only.</source>
        <translation>Aufmerksamkeit nur in der Mitte.</translation>
    </message>
    <message>
        <source>BSD-3-Clause</source>
        <translation>BSD-3-Clause</translation>
    </message>
    <message>
        <source>Bedrooms and other rooms, with a fifth of the weights of ADM&apos;s.</source>
        <translation>Schlafzimmer und andere Räume, mit einem Fünftel der Gewichte von ADM.</translation>
    </message>
    <message>
        <source>Bedrooms and other rooms.</source>
        <translation>Schlafzimmer und andere Räume.</translation>
    </message>
    <message>
        <source>CIFAR-10, 50 thousand thumbnails.</source>
        <translation>CIFAR-10, 50 Tausend Bildchen.</translation>
    </message>
    <message>
        <source>CIFAR-10.</source>
        <translation>CIFAR-10.</translation>
    </message>
    <message>
        <source>Cats, in the layout of diffusers.</source>
        <translation>Katzen, im Aufbau von diffusers.</translation>
    </message>
    <message>
        <source>Cats, with a fifth of the weights of ADM&apos;s.</source>
        <translation>Katzen, mit einem Fünftel der Gewichte von ADM.</translation>
    </message>
    <message>
        <source>Cats.</source>
        <translation>Katzen.</translation>
    </message>
    <message>
        <source>CelebA-HQ, 30 thousand faces.</source>
        <translation>CelebA-HQ, 30 Tausend Gesichter.</translation>
    </message>
    <message>
        <source>CelebA-HQ, FFHQ and LSUN.</source>
        <translation>CelebA-HQ, FFHQ und LSUN.</translation>
    </message>
    <message>
        <source>CelebA-HQ.</source>
        <translation>CelebA-HQ.</translation>
    </message>
    <message>
        <source>Churches and other buildings outdoors.</source>
        <translation>Kirchen und andere Gebäude von außen.</translation>
    </message>
    <message>
        <source>Churches and other buildings, for the predictor-corrector sampler of score-SDE.</source>
        <translation>Kirchen und andere Gebäude, für den Prädiktor-Korrektor von score-SDE.</translation>
    </message>
    <message>
        <source>Churches and other buildings, in the layout of diffusers.</source>
        <translation>Kirchen und andere Gebäude, im Aufbau von diffusers.</translation>
    </message>
    <message>
        <source>Computing on %1 (%2), %3.</source>
        <translation>Gerechnet wird auf %1 (%2), %3.</translation>
    </message>
    <message>
        <source>Computing on the CPU, %1.</source>
        <translation>Gerechnet wird auf der CPU, %1.</translation>
    </message>
    <message>
        <source>Computing on the CPU, because %1.</source>
        <translation>Gerechnet wird auf der CPU, denn %1.</translation>
    </message>
    <message>
        <source>EDM network</source>
        <translation>EDM-Netz</translation>
    </message>
    <message>
        <source>FFHQ, 70 thousand faces.</source>
        <translation>FFHQ, 70 Tausend Gesichter.</translation>
    </message>
    <message>
        <source>FFHQ, whose pictures are licensed for non-commercial use.</source>
        <translation>FFHQ, dessen Bilder nicht gewerblich benutzt werden dürfen.</translation>
    </message>
    <message>
        <source>FFHQ.</source>
        <translation>FFHQ.</translation>
    </message>
    <message>
        <source>Faces at 1024 px: the largest pictures here.</source>
        <translation>Gesichter mit 1024 px: die größten Bilder hier.</translation>
    </message>
    <message>
        <source>Faces, churches and bedrooms at 256 px and faces at 1024 px: the original checkpoints of score-SDE.</source>
        <translation>Gesichter, Kirchen und Schlafzimmer mit 256 px und Gesichter mit 1024 px: die ursprünglichen Checkpoints von score-SDE.</translation>
    </message>
    <message>
        <source>Faces, for filling holes as RePaint does.</source>
        <translation>Gesichter, zum Füllen von Löchern wie mit RePaint.</translation>
    </message>
    <message>
        <source>Faces, for the predictor-corrector sampler of score-SDE.</source>
        <translation>Gesichter, für den Prädiktor-Korrektor von score-SDE.</translation>
    </message>
    <message>
        <source>Faces, in the layout of diffusers. Runs on a CPU.</source>
        <translation>Gesichter, im Format von diffusers. Läuft auf einer CPU.</translation>
    </message>
    <message>
        <source>Faces, with averaged weights, in the layout of diffusers.</source>
        <translation>Gesichter, mit gemittelten Gewichten, im Aufbau von diffusers.</translation>
    </message>
    <message>
        <source>Faces: the prior of MCG, DPS and DAPS. Six times smaller than the ImageNet prior.</source>
        <translation>Gesichter: der Prior von MCG, DPS und DAPS. Sechsmal kleiner als der ImageNet-Prior.</translation>
    </message>
    <message>
        <source>Faces: the prior of SDEdit, DDRM and DDNM. Runs on a CPU.</source>
        <translation>Gesichter: der Prior von SDEdit, DDRM und DDNM. Läuft auf einer CPU.</translation>
    </message>
    <message>
        <source>Faces: the score-SDE prior of MCG.</source>
        <translation>Gesichter: der score-SDE-Prior von MCG.</translation>
    </message>
    <message>
        <source>Horses.</source>
        <translation>Pferde.</translation>
    </message>
    <message>
        <source>How are queries, keys and values of the heads interleaved?</source>
        <translation>Wie sind Anfragen, Schlüssel und Werte der Köpfe verschränkt?</translation>
    </message>
    <message>
        <source>How does the noise of its training grow with time?</source>
        <translation>Wie wächst das Rauschen seines Trainings mit der Zeit?</translation>
    </message>
    <message>
        <source>How many attention heads are there, or how many channels has each?</source>
        <translation>Wie viele Aufmerksamkeitsköpfe gibt es, oder wie viele Kanäle hat jeder?</translation>
    </message>
    <message>
        <source>How many groups has every group norm?</source>
        <translation>Wie viele Gruppen hat jede Gruppennormierung?</translation>
    </message>
    <message>
        <source>How many pixels wide were the pictures that it was trained on?</source>
        <translation>Wie viele Pixel breit waren die Bilder seines Trainings?</translation>
    </message>
    <message>
        <source>ImageNet (ILSVRC 2012), 1.3 million photographs.</source>
        <translation>ImageNet (ILSVRC 2012), 1,3 Millionen Fotos.</translation>
    </message>
    <message>
        <source>ImageNet (ILSVRC 2012).</source>
        <translation>ImageNet (ILSVRC 2012).</translation>
    </message>
    <message>
        <source>ImageNet (ILSVRC 2012); ADM&apos;s 512 px network trained on without classes.</source>
        <translation>ImageNet (ILSVRC 2012); ADMs Netz für 512 px, ohne Klassen weitertrainiert.</translation>
    </message>
    <message>
        <source>ImageNet.</source>
        <translation>ImageNet.</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>It is told one of %1 classes.</source>
        <translation>Ihm wird eine von %1 Klassen gesagt.</translation>
    </message>
    <message>
        <source>It predicts the variance of its steps too.</source>
        <translation>Es sagt auch die Varianz seiner Schritte vorher.</translation>
    </message>
    <message>
        <source>Its authors state no licence for the weights: ask them before any use beyond research.</source>
        <translation>Die Urheber nennen keine Lizenz für die Gewichte: fragen Sie sie vor jedem Gebrauch über Forschung hinaus.</translation>
    </message>
    <message>
        <source>Its card.json tells everything else.</source>
        <translation>Seine card.json sagt alles andere.</translation>
    </message>
    <message>
        <source>Its config.json and scheduler_config.json tell the rest.</source>
        <translation>Seine config.json und scheduler_config.json sagen den Rest.</translation>
    </message>
    <message>
        <source>Its config.json tells the network.</source>
        <translation>Seine config.json sagt das Netz.</translation>
    </message>
    <message>
        <source>Its licence (CC BY-NC-SA 4.0) forbids commercial use.</source>
        <translation>Die Lizenz (CC BY-NC-SA 4.0) verbietet gewerblichen Gebrauch.</translation>
    </message>
    <message>
        <source>JPEG needs pictures of one or three channels, not %1</source>
        <translation>JPEG braucht Bilder mit einem oder drei Kanälen, nicht %1</translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation>JSON-Text</translation>
    </message>
    <message>
        <source>LSUN bedroom, 3 million photographs.</source>
        <translation>LSUN Bedroom, 3 Millionen Fotos.</translation>
    </message>
    <message>
        <source>LSUN bedroom.</source>
        <translation>LSUN bedroom (Schlafzimmer).</translation>
    </message>
    <message>
        <source>LSUN cat, 1.6 million photographs.</source>
        <translation>LSUN Cat, 1,6 Millionen Fotos.</translation>
    </message>
    <message>
        <source>LSUN cat.</source>
        <translation>LSUN cat (Katzen).</translation>
    </message>
    <message>
        <source>LSUN church outdoor.</source>
        <translation>LSUN Church Outdoor.</translation>
    </message>
    <message>
        <source>LSUN church.</source>
        <translation>LSUN church (Kirchen).</translation>
    </message>
    <message>
        <source>LSUN horse, 2 million photographs.</source>
        <translation>LSUN Horse, 2 Millionen Fotos.</translation>
    </message>
    <message>
        <source>LSUN horse.</source>
        <translation>LSUN horse (Pferde).</translation>
    </message>
    <message>
        <source>Landscapes, streets and rooms, for filling holes as RePaint does.</source>
        <translation>Landschaften, Straßen und Räume, zum Füllen von Löchern wie mit RePaint.</translation>
    </message>
    <message>
        <source>Levels of %1 channels with %2 residual blocks each.</source>
        <translation>Stufen von %1 Kanälen mit je %2 Restblöcken.</translation>
    </message>
    <message>
        <source>Levels of %1 channels with one residual block each.</source>
        <translation>Stufen von %1 Kanälen mit je einem Restblock.</translation>
    </message>
    <message>
        <source>LibTorch finds no GPU that it can use</source>
        <translation>LibTorch findet keine GPU, die es nutzen kann</translation>
    </message>
    <message>
        <source>MIT</source>
        <translation>MIT</translation>
    </message>
    <message>
        <source>MIT, which its authors state for the code</source>
        <translation>MIT, die seine Urheber für den Code angeben</translation>
    </message>
    <message>
        <source>NCSN++ or DDPM++ as score-SDE saves it</source>
        <translation>NCSN++ oder DDPM++, wie score-SDE es speichert</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht vorhanden</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>PSNR in the hole, first estimate -&gt; network -&gt; pyramid: blobs %1, scratches %2, text %3</source>
        <translation>PSNR im Loch, erste Schätzung -&gt; Netz -&gt; Pyramide: Flecken %1, Kratzer %2, Text %3</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Photographs of one of 1000 kinds of things that you name, at 512 px.</source>
        <translation>Fotos einer von 1000 Arten von Dingen, die Sie nennen, mit 512 px.</translation>
    </message>
    <message>
        <source>Photographs of one of 1000 kinds of things that you name.</source>
        <translation>Fotos einer von 1000 Arten von Dingen, die Sie nennen.</translation>
    </message>
    <message>
        <source>Places2.</source>
        <translation>Places2.</translation>
    </message>
    <message>
        <source>Published by deepinv under the BSD licence, but: the faces that it learned from (FFHQ) are under CC BY-NC-SA 4.0: not for commercial use.</source>
        <translation>Von deepinv unter der BSD-Lizenz veröffentlicht, aber: die Gesichter, von denen es lernte (FFHQ), stehen unter CC BY-NC-SA 4.0: nicht für gewerblichen Gebrauch.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Rooms, in the layout of diffusers.</source>
        <translation>Räume, im Aufbau von diffusers.</translation>
    </message>
    <message>
        <source>Rooms: the prior with which MCG gives grey pictures colours.</source>
        <translation>Räume: der Prior, mit dem MCG grauen Bildern Farben gibt.</translation>
    </message>
    <message>
        <source>Shapes as published for several: %1.</source>
        <translation>Formen wie bei mehreren veröffentlichten: %1.</translation>
    </message>
    <message>
        <source>Shapes as published: %1.</source>
        <translation>Formen wie veröffentlicht: %1.</translation>
    </message>
    <message>
        <source>Slices of computed tomography: MCG&apos;s prior for few views. Not for diagnosis.</source>
        <translation>Schichten der Computertomographie: MCGs Prior für wenige Ansichten. Nicht zur Diagnose.</translation>
    </message>
    <message>
        <source>Slices of knees in magnetic resonance: score-MRI&apos;s prior. Not for diagnosis.</source>
        <translation>Schichten von Knien in Magnetresonanz: der Prior von score-MRI. Nicht zur Diagnose.</translation>
    </message>
    <message>
        <source>Small photographs of one of 1000 kinds of things that you name.</source>
        <translation>Kleine Fotos einer von 1000 Arten von Dingen, die Sie nennen.</translation>
    </message>
    <message>
        <source>The averaged weights under &quot;%1&quot; are taken.</source>
        <translation>Die gemittelten Gewichte unter „%1“ werden genommen.</translation>
    </message>
    <message>
        <source>The faces that it learned from (FFHQ) are under CC BY-NC-SA 4.0: not for commercial use.</source>
        <translation>Die Gesichter, von denen es lernte (FFHQ), stehen unter CC BY-NC-SA 4.0: nicht für gewerblichen Gebrauch.</translation>
    </message>
    <message>
        <source>The faces that it learned from (FFHQ) are under CC BY-NC-SA 4.0: not for commercial use. Its authors state no licence for the weights: ask them before any use beyond research.</source>
        <translation>Die Gesichter, von denen es lernte (FFHQ), stehen unter CC BY-NC-SA 4.0: nicht für gewerblichen Gebrauch. Die Urheber nennen keine Lizenz für die Gewichte: fragen Sie sie vor jedem Gebrauch über Forschung hinaus.</translation>
    </message>
    <message>
        <source>The pictures that it learned from (CelebA-HQ) are for research that is not commercial.</source>
        <translation>Die Bilder, von denen es lernte (CelebA-HQ), sind für nicht gewerbliche Forschung.</translation>
    </message>
    <message>
        <source>The smallest one: to try the download and the import.</source>
        <translation>Das kleinste: um Herunterladen und Import auszuprobieren.</translation>
    </message>
    <message>
        <source>The weights under &quot;%1&quot; are taken; there is no average of them.</source>
        <translation>Die Gewichte unter „%1“ werden genommen; gemittelte gibt es nicht.</translation>
    </message>
    <message>
        <source>Thumbnails of one of 1000 kinds of things that you name.</source>
        <translation>Bildchen einer von 1000 Arten von Dingen, die Sie nennen.</translation>
    </message>
    <message>
        <source>UNet2DModel of diffusers</source>
        <translation>UNet2DModel von diffusers</translation>
    </message>
    <message>
        <source>Was noise added to unchanged pictures (ve), or mixed with fading ones (vp)?</source>
        <translation>Wurde Rauschen zu unveränderten Bildern addiert (ve) oder mit verblassenden gemischt (vp)?</translation>
    </message>
    <message>
        <source>What does the network predict: the noise, the velocity, or the clean picture?</source>
        <translation>Was sagt das Netz vorher: das Rauschen, die Geschwindigkeit oder das saubere Bild?</translation>
    </message>
    <message>
        <source>What is the standard deviation of the least noise that it was trained with?</source>
        <translation>Welche Standardabweichung hatte das schwächste Rauschen seines Trainings?</translation>
    </message>
    <message>
        <source>What is the standard deviation of the most noise that it was trained with?</source>
        <translation>Welche Standardabweichung hatte das stärkste Rauschen seines Trainings?</translation>
    </message>
    <message>
        <source>Which numbers are black and white to it?</source>
        <translation>Welche Zahlen sind ihm Schwarz und Weiß?</translation>
    </message>
    <message>
        <source>__metadata__ has &quot;%1&quot; twice</source>
        <translation>__metadata__ enthält „%1“ doppelt</translation>
    </message>
    <message>
        <source>__metadata__ holds something other than text under &quot;%1&quot;</source>
        <translation>__metadata__ enthält unter „%1“ etwas anderes als Text</translation>
    </message>
    <message>
        <source>__metadata__ is not an object</source>
        <translation>__metadata__ ist kein Objekt</translation>
    </message>
    <message>
        <source>a 7z archive; unpack it first</source>
        <translation>ein 7z-Archiv; entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>a BigTIFF</source>
        <translation>ein BigTIFF</translation>
    </message>
    <message>
        <source>a GGUF file</source>
        <translation>eine GGUF-Datei</translation>
    </message>
    <message>
        <source>a GIF, a format for animations</source>
        <translation>eine GIF-Datei, ein Format für Animationen</translation>
    </message>
    <message>
        <source>a GIMP document</source>
        <translation>ein GIMP-Dokument</translation>
    </message>
    <message>
        <source>a Git LFS pointer; download the file that it stands for</source>
        <translation>ein Verweis von Git LFS; laden Sie die Datei herunter, für die er steht</translation>
    </message>
    <message>
        <source>a HEIC picture</source>
        <translation>ein HEIC-Bild</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>ein JPEG-2000-Bild</translation>
    </message>
    <message>
        <source>a JPEG XL picture</source>
        <translation>ein JPEG-XL-Bild</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>ein NumPy-Feld</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>ein PDF</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a Photoshop document</source>
        <translation>ein Photoshop-Dokument</translation>
    </message>
    <message>
        <source>a Python pickle that torch.save did not write</source>
        <translation>ein Python-Pickle, den torch.save nicht geschrieben hat</translation>
    </message>
    <message>
        <source>a RAR archive; unpack it first</source>
        <translation>ein RAR-Archiv; entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>a SHA-256 of 64 lower-case hexadecimal digits</source>
        <translation>ein SHA-256 aus 64 kleingeschriebenen Hexadezimalziffern</translation>
    </message>
    <message>
        <source>a TorchScript program</source>
        <translation>ein TorchScript-Programm</translation>
    </message>
    <message>
        <source>a Windows icon</source>
        <translation>ein Windows-Symbol</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>a call in its pickle has no list of arguments</source>
        <translation>einem Aufruf in ihrem Pickle fehlt die Argumentliste</translation>
    </message>
    <message>
        <source>a colour model other than grey, RGB, palette, CMYK and YCbCr</source>
        <translation>einem anderen Farbmodell als Grau, RGB, Palette, CMYK und YCbCr</translation>
    </message>
    <message>
        <source>a dictionary in it has a key that is neither text nor a number</source>
        <translation>ein Wörterbuch darin hat einen Schlüssel, der weder Text noch Zahl ist</translation>
    </message>
    <message>
        <source>a dictionary in its pickle is made of something other than pairs</source>
        <translation>ein Wörterbuch in ihrem Pickle besteht aus etwas anderem als Paaren</translation>
    </message>
    <message>
        <source>a file name without a path</source>
        <translation>ein Dateiname ohne Pfad</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of addresses</source>
        <translation>eine Liste von Adressen</translation>
    </message>
    <message>
        <source>a list of whole numbers from %1 to %2</source>
        <translation>eine Liste ganzer Zahlen von %1 bis %2</translation>
    </message>
    <message>
        <source>a model of diffusers is described by its config.json, which is not beside these weights</source>
        <translation>ein Modell von diffusers wird von seiner config.json beschrieben, die nicht neben diesen Gewichten liegt</translation>
    </message>
    <message>
        <source>a name in it is longer than 1024 characters</source>
        <translation>ein Name darin ist länger als 1024 Zeichen</translation>
    </message>
    <message>
        <source>a network with %1 channels in and %2 out is no denoiser</source>
        <translation>ein Netz mit %1 Kanälen am Eingang und %2 am Ausgang entrauscht nicht</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a numpy array</source>
        <translation>ein NumPy-Array</translation>
    </message>
    <message>
        <source>a numpy number in its pickle does not have as many bytes as its type</source>
        <translation>eine NumPy-Zahl in ihrem Pickle hat nicht so viele Bytes wie ihr Typ</translation>
    </message>
    <message>
        <source>a numpy number in its pickle has no type or no bytes</source>
        <translation>einer NumPy-Zahl in ihrem Pickle fehlen Typ oder Bytes</translation>
    </message>
    <message>
        <source>a package of Python code</source>
        <translation>ein Paket mit Python-Code</translation>
    </message>
    <message>
        <source>a parameter in its pickle holds no tensor or no flag</source>
        <translation>einem Parameter in ihrem Pickle fehlen Tensor oder Kennzeichen</translation>
    </message>
    <message>
        <source>a persistent id in its pickle is not a storage</source>
        <translation>ein Außenverweis in ihrem Pickle ist kein Zahlenspeicher</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a restoration must be a JSON object</source>
        <translation>eine Restaurierung muss ein JSON-Objekt sein</translation>
    </message>
    <message>
        <source>a result of %1 x %2 pixels needs about %3 MiB of memory, and %4 MiB are free</source>
        <translation>ein Ergebnis von %1 x %2 Pixeln braucht etwa %3 MiB Speicher, und %4 MiB sind frei</translation>
    </message>
    <message>
        <source>a result of about %1 x %2 pixels fits; or close other programs</source>
        <translation>ein Ergebnis von etwa %1 x %2 Pixeln passt hinein; oder schließen Sie andere Programme</translation>
    </message>
    <message>
        <source>a shape or set in its pickle is made of something other than a list</source>
        <translation>eine Form oder Menge in ihrem Pickle besteht aus etwas anderem als einer Liste</translation>
    </message>
    <message>
        <source>a start from noise takes no first estimate, and no t0 below 1</source>
        <translation>ein Start aus Rauschen nimmt keine erste Schätzung und kein t0 unter 1</translation>
    </message>
    <message>
        <source>a storage in its pickle has no type, key or count</source>
        <translation>einem Zahlenspeicher in ihrem Pickle fehlen Typ, Schlüssel oder Anzahl</translation>
    </message>
    <message>
        <source>a storage in its pickle has the invalid key &quot;%1&quot;</source>
        <translation>ein Zahlenspeicher in ihrem Pickle hat den ungültigen Schlüssel „%1“</translation>
    </message>
    <message>
        <source>a tar archive; unpack it first</source>
        <translation>ein Tar-Archiv; entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>a tensor in its pickle does not have as many strides as dimensions</source>
        <translation>ein Tensor in ihrem Pickle hat nicht so viele Schrittweiten wie Dimensionen</translation>
    </message>
    <message>
        <source>a tensor in its pickle has a negative dimension, stride or offset, or is larger than memory can be</source>
        <translation>ein Tensor in ihrem Pickle hat eine negative Dimension, Schrittweite oder einen negativen Versatz, oder er ist größer, als Speicher sein kann</translation>
    </message>
    <message>
        <source>a tensor in its pickle has a shape or strides that are not a list of at most 64 numbers</source>
        <translation>Form oder Schrittweiten eines Tensors in ihrem Pickle sind keine Liste von höchstens 64 Zahlen</translation>
    </message>
    <message>
        <source>a tensor in its pickle has a shape or strides that are not whole numbers</source>
        <translation>Form oder Schrittweiten eines Tensors in ihrem Pickle sind keine ganzen Zahlen</translation>
    </message>
    <message>
        <source>a tensor in its pickle has an invalid element type</source>
        <translation>ein Tensor in ihrem Pickle hat einen ungültigen Elementtyp</translation>
    </message>
    <message>
        <source>a tensor in its pickle has an invalid offset or flag</source>
        <translation>ein Tensor in ihrem Pickle hat einen ungültigen Versatz oder ein ungültiges Kennzeichen</translation>
    </message>
    <message>
        <source>a tensor in its pickle has no storage</source>
        <translation>einem Tensor in ihrem Pickle fehlt der Zahlenspeicher</translation>
    </message>
    <message>
        <source>a tensor in its pickle has the wrong number of arguments</source>
        <translation>ein Tensor in ihrem Pickle hat die falsche Zahl von Argumenten</translation>
    </message>
    <message>
        <source>a tensor in its pickle reaches beyond its storage &quot;%1&quot;</source>
        <translation>ein Tensor in ihrem Pickle reicht über seinen Zahlenspeicher „%1“ hinaus</translation>
    </message>
    <message>
        <source>a training needs a folder of pictures and an output folder</source>
        <translation>ein Training braucht einen Ordner mit Bildern und einen Ausgabeordner</translation>
    </message>
    <message>
        <source>a training needs a number of steps or of minutes</source>
        <translation>ein Training braucht eine Zahl von Schritten oder Minuten</translation>
    </message>
    <message>
        <source>a web page, as some servers send instead of a file; open the link in a browser</source>
        <translation>eine Webseite, wie manche Server sie statt einer Datei senden; öffnen Sie die Adresse in einem Browser</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a whole number from 0 to 18446744073709551615</source>
        <translation>eine ganze Zahl von 0 bis 18446744073709551615</translation>
    </message>
    <message>
        <source>add the entry</source>
        <translation>fügen Sie den Eintrag hinzu</translation>
    </message>
    <message>
        <source>add the file from where you have it</source>
        <translation>fügen Sie die Datei von dort hinzu, wo Sie sie haben</translation>
    </message>
    <message>
        <source>add the folder that holds both</source>
        <translation>fügen Sie den Ordner hinzu, der beides enthält</translation>
    </message>
    <message>
        <source>add the path of a file, relative to the folder of %1</source>
        <translation>fügen Sie den Pfad einer Datei hinzu, relativ zum Ordner von %1</translation>
    </message>
    <message>
        <source>add the path of one as &quot;mask&quot;</source>
        <translation>fügen Sie den Pfad einer Maske als „mask“ hinzu</translation>
    </message>
    <message>
        <source>addresses that begin with https://</source>
        <translation>Adressen, die mit https:// beginnen</translation>
    </message>
    <message>
        <source>alphaBar must be strictly decreasing inside (0,1)</source>
        <translation>alphaBar muss innerhalb von (0,1) streng fallen</translation>
    </message>
    <message>
        <source>an AVIF picture</source>
        <translation>ein AVIF-Bild</translation>
    </message>
    <message>
        <source>an HDF5 file, which TensorFlow and Keras write</source>
        <translation>eine HDF5-Datei, wie TensorFlow und Keras sie schreiben</translation>
    </message>
    <message>
        <source>an HTML page</source>
        <translation>eine HTML-Seite</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>eine SVG-Zeichnung</translation>
    </message>
    <message>
        <source>an XML or SVG file</source>
        <translation>eine XML- oder SVG-Datei</translation>
    </message>
    <message>
        <source>an address that begins with https://</source>
        <translation>eine Adresse, die mit https:// beginnt</translation>
    </message>
    <message>
        <source>an empty zip archive</source>
        <translation>ein leeres ZIP-Archiv</translation>
    </message>
    <message>
        <source>an entry of its directory points to something that is not a header</source>
        <translation>ein Eintrag ihres Verzeichnisses verweist auf etwas, das kein Kopf ist</translation>
    </message>
    <message>
        <source>an exported program (pt2)</source>
        <translation>ein exportiertes Programm (pt2)</translation>
    </message>
    <message>
        <source>another window works with this session</source>
        <translation>ein anderes Fenster arbeitet mit dieser Sitzung</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>die Architektur</translation>
    </message>
    <message>
        <source>as requested</source>
        <translation>wie verlangt</translation>
    </message>
    <message>
        <source>assumed: %1 = %2 (%3)</source>
        <translation>angenommen: %1 = %2 (%3)</translation>
    </message>
    <message>
        <source>at most 64 lower case letters, digits and hyphens</source>
        <translation>höchstens 64 Kleinbuchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>at t0 = 1 nothing is left of a first estimate</source>
        <translation>bei t0 = 1 bleibt von einer ersten Schätzung nichts übrig</translation>
    </message>
    <message>
        <source>autoencoder</source>
        <translation>Autoencoder</translation>
    </message>
    <message>
        <source>benchmark</source>
        <translation>der Benchmark</translation>
    </message>
    <message>
        <source>bytes follow after its last storage</source>
        <translation>nach ihrem letzten Zahlenspeicher folgen weitere Bytes</translation>
    </message>
    <message>
        <source>bytes follow after the end of its pickle</source>
        <translation>nach dem Ende ihres Pickles folgen weitere Bytes</translation>
    </message>
    <message>
        <source>bytes follow that belong to no tensor</source>
        <translation>es folgen Bytes, die zu keinem Tensor gehören</translation>
    </message>
    <message>
        <source>cannot make the folder %1</source>
        <translation>der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>cannot make the folder %1: %2</source>
        <translation>der Ordner %1 kann nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>cannot put the folder %1 in place: %2</source>
        <translation>der Ordner %1 kann nicht an seinen Platz gebracht werden: %2</translation>
    </message>
    <message>
        <source>cannot read &quot;%1&quot;: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>cannot read %1</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>cannot remove %1: %2</source>
        <translation>%1 kann nicht entfernt werden: %2</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>change or remove scheduler_config.json, and choose by hand</source>
        <translation>ändern oder entfernen Sie scheduler_config.json, und wählen Sie von Hand</translation>
    </message>
    <message>
        <source>check how it is written</source>
        <translation>prüfen Sie die Schreibweise</translation>
    </message>
    <message>
        <source>check that the file exists and that you may read it</source>
        <translation>prüfen Sie, ob es die Datei gibt und ob Sie sie lesen dürfen</translation>
    </message>
    <message>
        <source>check the clock of this computer; a company network may need its own certificate installed</source>
        <translation>prüfen Sie die Uhr dieses Rechners; ein Firmennetz braucht vielleicht sein eigenes Zertifikat</translation>
    </message>
    <message>
        <source>check the disk it is on</source>
        <translation>prüfen Sie den Datenträger</translation>
    </message>
    <message>
        <source>check the disk; the old file, if any, is unchanged</source>
        <translation>prüfen Sie den Datenträger; eine alte Datei ist unverändert</translation>
    </message>
    <message>
        <source>check the name</source>
        <translation>prüfen Sie den Namen</translation>
    </message>
    <message>
        <source>check the name; &quot;palimpsest models catalogue&quot; lists what can be downloaded</source>
        <translation>prüfen Sie den Namen; „palimpsest models catalogue“ nennt, was heruntergeladen werden kann</translation>
    </message>
    <message>
        <source>check the network connection, or the address</source>
        <translation>prüfen Sie die Netzverbindung oder die Adresse</translation>
    </message>
    <message>
        <source>check the path and its permissions</source>
        <translation>prüfen Sie den Pfad und seine Rechte</translation>
    </message>
    <message>
        <source>check the permissions of the folders above it</source>
        <translation>prüfen Sie die Rechte der Ordner darüber</translation>
    </message>
    <message>
        <source>check the proxy in the settings and in the environment</source>
        <translation>prüfen Sie den Proxy in den Einstellungen und in der Umgebung</translation>
    </message>
    <message>
        <source>check whether you may write to its folder</source>
        <translation>prüfen Sie, ob Sie in seinen Ordner schreiben dürfen</translation>
    </message>
    <message>
        <source>choose PNG or TIFF</source>
        <translation>wählen Sie PNG oder TIFF</translation>
    </message>
    <message>
        <source>choose a .safetensors, .pt, .pth or .ckpt file</source>
        <translation>wählen Sie eine Datei .safetensors, .pt, .pth oder .ckpt</translation>
    </message>
    <message>
        <source>choose a file in it</source>
        <translation>wählen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>choose a file of weights</source>
        <translation>wählen Sie eine Datei mit Gewichten</translation>
    </message>
    <message>
        <source>choose a folder of photos</source>
        <translation>wählen Sie einen Ordner mit Fotos</translation>
    </message>
    <message>
        <source>choose a folder that you may write to</source>
        <translation>wählen Sie einen Ordner, in den Sie schreiben dürfen</translation>
    </message>
    <message>
        <source>choose a folder with JPEG, PNG or TIFF photos</source>
        <translation>wählen Sie einen Ordner mit Fotos als JPEG, PNG oder TIFF</translation>
    </message>
    <message>
        <source>choose a folder with larger photos</source>
        <translation>wählen Sie einen Ordner mit größeren Fotos</translation>
    </message>
    <message>
        <source>choose a multiple of 4</source>
        <translation>wählen Sie ein Vielfaches von 4</translation>
    </message>
    <message>
        <source>choose a number from %1 to %2</source>
        <translation>wählen Sie eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>choose a prior for %1 channels, or a grey one, which sees each channel alone</source>
        <translation>wählen Sie einen Prior für %1 Kanäle oder einen grauen, der jeden Kanal für sich sieht</translation>
    </message>
    <message>
        <source>choose a prior for 3 channels</source>
        <translation>wählen Sie einen Prior für 3 Kanäle</translation>
    </message>
    <message>
        <source>choose a prior for colour pictures</source>
        <translation>wählen Sie einen Prior für Farbbilder</translation>
    </message>
    <message>
        <source>choose a prior for grey or colour pictures</source>
        <translation>wählen Sie einen Prior für Grau- oder Farbbilder</translation>
    </message>
    <message>
        <source>choose a prior of the kind fill</source>
        <translation>wählen Sie einen Prior der Art fill</translation>
    </message>
    <message>
        <source>choose a smaller kernel</source>
        <translation>wählen Sie einen kleineren Kern</translation>
    </message>
    <message>
        <source>choose among %1</source>
        <translation>wählen Sie unter %1</translation>
    </message>
    <message>
        <source>choose another --preview-dir</source>
        <translation>wählen Sie einen anderen --preview-dir</translation>
    </message>
    <message>
        <source>choose another id, such as %1, or remove that prior first</source>
        <translation>wählen Sie eine andere Kennung, etwa %1, oder entfernen Sie erst diesen Prior</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>choose another output</source>
        <translation>wählen Sie eine andere Ausgabe</translation>
    </message>
    <message>
        <source>choose another output folder</source>
        <translation>wählen Sie einen anderen Ausgabeordner</translation>
    </message>
    <message>
        <source>choose mean or luma</source>
        <translation>wählen Sie mean oder luma</translation>
    </message>
    <message>
        <source>choose one for 3 channels</source>
        <translation>wählen Sie einen für 3 Kanäle</translation>
    </message>
    <message>
        <source>choose one of %1</source>
        <translation>wählen Sie eines von %1</translation>
    </message>
    <message>
        <source>choose one of %1, or give the folder of one</source>
        <translation>wählen Sie eines von %1, oder geben Sie einen Ordner an</translation>
    </message>
    <message>
        <source>choose one of eps, v, x0, score</source>
        <translation>wählen Sie eines von eps, v, x0, score</translation>
    </message>
    <message>
        <source>choose one of index, sigma</source>
        <translation>wählen Sie eines von index, sigma</translation>
    </message>
    <message>
        <source>choose one of leading, trailing, linspace, quadratic</source>
        <translation>wählen Sie eines von leading, trailing, linspace, quadratic</translation>
    </message>
    <message>
        <source>choose the folder of a training</source>
        <translation>wählen Sie den Ordner eines Trainings</translation>
    </message>
    <message>
        <source>choose weights that belong to this architecture</source>
        <translation>wählen Sie Gewichte, die zu dieser Architektur gehören</translation>
    </message>
    <message>
        <source>choose weights that belong to this architecture and configuration</source>
        <translation>wählen Sie Gewichte, die zu dieser Architektur und Einstellung gehören</translation>
    </message>
    <message>
        <source>classical fill</source>
        <translation>die klassische Füllung</translation>
    </message>
    <message>
        <source>classical method</source>
        <translation>das klassische Verfahren</translation>
    </message>
    <message>
        <source>classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>close other programs, or lower the tile size or the number of variants</source>
        <translation>schließen Sie andere Programme, oder verringern Sie die Kachelgröße oder die Zahl der Varianten</translation>
    </message>
    <message>
        <source>close other programs, or open a smaller picture</source>
        <translation>schließen Sie andere Programme, oder öffnen Sie ein kleineres Bild</translation>
    </message>
    <message>
        <source>close that window first</source>
        <translation>schließen Sie zuerst jenes Fenster</translation>
    </message>
    <message>
        <source>colorization needs pictures of three channels, not %1</source>
        <translation>das Kolorieren braucht Bilder mit drei Kanälen, nicht %1</translation>
    </message>
    <message>
        <source>command</source>
        <translation>den Befehl</translation>
    </message>
    <message>
        <source>compare it with the card of an embedded prior</source>
        <translation>vergleichen Sie sie mit der Karte eines mitgelieferten Priors</translation>
    </message>
    <message>
        <source>compare it with the config.json that came with the network</source>
        <translation>vergleichen Sie sie mit der config.json, die zum Netz gehört</translation>
    </message>
    <message>
        <source>compare it with the options that the network was trained with</source>
        <translation>vergleichen Sie sie mit den Optionen, mit denen das Netz trainiert wurde</translation>
    </message>
    <message>
        <source>compare modelChannels and channelMultipliers with the options that it was trained with</source>
        <translation>vergleichen Sie modelChannels und channelMultipliers mit den Optionen, mit denen es trainiert wurde</translation>
    </message>
    <message>
        <source>compressed with bzip2; unpack it first</source>
        <translation>mit bzip2 komprimiert; entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>compressed with gzip; unpack it first</source>
        <translation>mit gzip komprimiert; entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>compressed with xz; unpack it first</source>
        <translation>mit xz komprimiert; entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>compressed with zstd; unpack it first</source>
        <translation>mit zstd komprimiert; entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>connect it, and try again</source>
        <translation>verbinden Sie ihn, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>control network</source>
        <translation>Steuernetz</translation>
    </message>
    <message>
        <source>copy its contents into a file</source>
        <translation>kopieren Sie den Inhalt in eine Datei</translation>
    </message>
    <message>
        <source>copy the whole folder of the prior again</source>
        <translation>kopieren Sie den ganzen Ordner des Priors noch einmal</translation>
    </message>
    <message>
        <source>copying the weights</source>
        <translation>die Gewichte werden kopiert</translation>
    </message>
    <message>
        <source>correct card.json, or copy the prior again</source>
        <translation>berichtigen Sie card.json, oder kopieren Sie den Prior noch einmal</translation>
    </message>
    <message>
        <source>crop the picture to multiples of %1</source>
        <translation>schneiden Sie das Bild auf Vielfache von %1 zu</translation>
    </message>
    <message>
        <source>cut out the trace of the blur</source>
        <translation>schneiden Sie die Spur der Unschärfe aus</translation>
    </message>
    <message>
        <source>did you mean --%1?</source>
        <translation>meinten Sie --%1?</translation>
    </message>
    <message>
        <source>diffusion model that is told a text</source>
        <translation>Diffusionsmodell, dem ein Text gesagt wird</translation>
    </message>
    <message>
        <source>diffusion transformer</source>
        <translation>Diffusions-Transformer</translation>
    </message>
    <message>
        <source>downBlocks and upBlocks must have one entry per level</source>
        <translation>downBlocks und upBlocks müssen einen Eintrag je Stufe haben</translation>
    </message>
    <message>
        <source>downBlocks must be 0 to 16</source>
        <translation>downBlocks muss 0 bis 16 sein</translation>
    </message>
    <message>
        <source>download or export the file again</source>
        <translation>laden oder exportieren Sie die Datei noch einmal</translation>
    </message>
    <message>
        <source>download the file with a browser and add it from there</source>
        <translation>laden Sie die Datei mit einem Browser herunter, und fügen Sie sie von dort hinzu</translation>
    </message>
    <message>
        <source>draw strokes of colour over the picture or on a transparent layer, or leave the hints out</source>
        <translation>zeichnen Sie farbige Striche über das Bild oder auf eine durchsichtige Ebene, oder lassen Sie die Hinweise weg</translation>
    </message>
    <message>
        <source>draw the trace of the blur in white on black</source>
        <translation>zeichnen Sie die Spur der Unschärfe weiß auf schwarz</translation>
    </message>
    <message>
        <source>draw them in colour and save them as RGB or RGBA</source>
        <translation>zeichnen Sie sie farbig und speichern Sie sie als RGB oder RGBA</translation>
    </message>
    <message>
        <source>drawing a preview</source>
        <translation>Stichproben werden gezeichnet</translation>
    </message>
    <message>
        <source>each id once; &quot;%1&quot; is there twice</source>
        <translation>jede Kennung einmal; „%1“ ist doppelt da</translation>
    </message>
    <message>
        <source>each name once</source>
        <translation>jeder Name einmal</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>end it in one of %1</source>
        <translation>lassen Sie ihn auf eines von %1 enden</translation>
    </message>
    <message>
        <source>end its name in .svg</source>
        <translation>lassen Sie seinen Namen auf .svg enden</translation>
    </message>
    <message>
        <source>every width must be 1 to 4096 and a multiple of groups</source>
        <translation>jede Breite muss 1 bis 4096 und ein Vielfaches von groups sein</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>erwartet: %1</translation>
    </message>
    <message>
        <source>expected a number from %1</source>
        <translation>erwartet wird eine Zahl von %1</translation>
    </message>
    <message>
        <source>expected a number, text, true or false</source>
        <translation>erwartet wird eine Zahl, Text, true oder false</translation>
    </message>
    <message>
        <source>expected a whole number from %1</source>
        <translation>erwartet wird eine ganze Zahl von %1</translation>
    </message>
    <message>
        <source>expected text</source>
        <translation>erwartet wird Text</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>erwartet wird true oder false</translation>
    </message>
    <message>
        <source>family of networks</source>
        <translation>die Familie von Netzen</translation>
    </message>
    <message>
        <source>fastMRI knee, magnitudes.</source>
        <translation>fastMRI-Knie, Beträge.</translation>
    </message>
    <message>
        <source>fastMRI knee, real and imaginary parts.</source>
        <translation>fastMRI-Knie, Real- und Imaginärteile.</translation>
    </message>
    <message>
        <source>fastMRI knee, single coil.</source>
        <translation>fastMRI-Knie, eine Spule.</translation>
    </message>
    <message>
        <source>fetching %1</source>
        <translation>%1 wird geholt</translation>
    </message>
    <message>
        <source>fetching %1, %2/s</source>
        <translation>%1 wird geholt, %2/s</translation>
    </message>
    <message>
        <source>file %1 of %2: %3</source>
        <translation>Datei %1 von %2: %3</translation>
    </message>
    <message>
        <source>file without weights</source>
        <translation>Datei ohne Gewichte</translation>
    </message>
    <message>
        <source>files are only downloaded from addresses that begin with https://</source>
        <translation>Dateien werden nur von Adressen heruntergeladen, die mit https:// beginnen</translation>
    </message>
    <message>
        <source>for example %1=4</source>
        <translation>zum Beispiel %1=4</translation>
    </message>
    <message>
        <source>for example --choice schedule=cosine</source>
        <translation>zum Beispiel --choice schedule=cosine</translation>
    </message>
    <message>
        <source>for example --set guidance.scale=0.5; &quot;palimpsest methods&quot; lists the names</source>
        <translation>zum Beispiel --set guidance.scale=0.5; „palimpsest methods“ nennt die Namen</translation>
    </message>
    <message>
        <source>format of weights</source>
        <translation>das Gewichtsformat</translation>
    </message>
    <message>
        <source>fp16 needs a GPU</source>
        <translation>fp16 braucht eine GPU</translation>
    </message>
    <message>
        <source>free some space or choose another disk</source>
        <translation>machen Sie Platz, oder wählen Sie eine andere Platte</translation>
    </message>
    <message>
        <source>free some space or choose another disk; the old file, if any, is unchanged</source>
        <translation>schaffen Sie Platz oder wählen Sie einen anderen Datenträger; eine alte Datei ist unverändert</translation>
    </message>
    <message>
        <source>free some space there or check its permissions</source>
        <translation>schaffen Sie dort Platz oder prüfen Sie die Rechte</translation>
    </message>
    <message>
        <source>free some space, and try again: the download resumes where it stopped</source>
        <translation>machen Sie Platz, und versuchen Sie es noch einmal: der Download geht weiter, wo er aufgehört hat</translation>
    </message>
    <message>
        <source>get a complete copy of it</source>
        <translation>besorgen Sie eine vollständige Kopie</translation>
    </message>
    <message>
        <source>get another copy of it</source>
        <translation>besorgen Sie eine andere Kopie</translation>
    </message>
    <message>
        <source>get it from %1 with a browser, and add the file from there</source>
        <translation>holen Sie es von %1 mit einem Browser, und fügen Sie die Datei von dort hinzu</translation>
    </message>
    <message>
        <source>give --accept-licence if you agree to it</source>
        <translation>geben Sie --accept-licence an, wenn Sie ihr zustimmen</translation>
    </message>
    <message>
        <source>give --gradient, or leave --cotangent out</source>
        <translation>geben Sie --gradient an, oder lassen Sie --cotangent weg</translation>
    </message>
    <message>
        <source>give 1 or more, or 0 for none</source>
        <translation>geben Sie 1 oder mehr an, oder 0 für keine</translation>
    </message>
    <message>
        <source>give a class from 0 to %1</source>
        <translation>geben Sie eine Klasse von 0 bis %1 an</translation>
    </message>
    <message>
        <source>give a smaller level, or let it be estimated</source>
        <translation>geben Sie einen kleineren Wert an, oder lassen Sie es schätzen</translation>
    </message>
    <message>
        <source>give it once</source>
        <translation>geben Sie es einmal an</translation>
    </message>
    <message>
        <source>give it with --%1</source>
        <translation>geben Sie sie mit --%1 an</translation>
    </message>
    <message>
        <source>give one of them</source>
        <translation>geben Sie eines davon an</translation>
    </message>
    <message>
        <source>give one truth value for each pixel</source>
        <translation>geben Sie für jeden Pixel einen Wahrheitswert an</translation>
    </message>
    <message>
        <source>give one, or start from noise</source>
        <translation>geben Sie eine an, oder beginnen Sie mit Rauschen</translation>
    </message>
    <message>
        <source>give the .json file that lies beside a restored picture</source>
        <translation>geben Sie die .json-Datei an, die neben einem restaurierten Bild liegt</translation>
    </message>
    <message>
        <source>give the folder that holds card.json and the weights</source>
        <translation>geben Sie den Ordner an, in dem card.json und die Gewichte sind</translation>
    </message>
    <message>
        <source>give the folder that holds the pictures</source>
        <translation>geben Sie den Ordner an, in dem die Bilder liegen</translation>
    </message>
    <message>
        <source>give the id of an installed prior, or the folder of one</source>
        <translation>geben Sie die Kennung eines installierten Priors an oder den Ordner eines Priors</translation>
    </message>
    <message>
        <source>give the noise level</source>
        <translation>geben Sie das Rauschen an</translation>
    </message>
    <message>
        <source>give the original with --%1</source>
        <translation>geben Sie das Original mit --%1 an</translation>
    </message>
    <message>
        <source>give the output another name, so that the original survives</source>
        <translation>geben Sie der Ausgabe einen anderen Namen, damit das Original erhalten bleibt</translation>
    </message>
    <message>
        <source>give the quality with which it was saved, or open the JPEG file itself</source>
        <translation>geben Sie die Qualität an, mit der es gespeichert wurde, oder öffnen Sie die JPEG-Datei selbst</translation>
    </message>
    <message>
        <source>grey and %1 more channels</source>
        <translation>Grau und %1 weiteren Kanälen</translation>
    </message>
    <message>
        <source>groups and headWidth must be at least 1</source>
        <translation>groups und headWidth müssen mindestens 1 sein</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>die Führung</translation>
    </message>
    <message>
        <source>if this network has a login page, open it in a browser first; otherwise download the file there</source>
        <translation>hat dieses Netzwerk eine Anmeldeseite, öffnen Sie sie zuerst in einem Browser; sonst laden Sie die Datei dort herunter</translation>
    </message>
    <message>
        <source>inpainting needs a mask, and there is none</source>
        <translation>zum Ausbessern ist eine Maske nötig, und es gibt keine</translation>
    </message>
    <message>
        <source>inputChannels must be 1 to 64</source>
        <translation>inputChannels muss 1 bis 64 sein</translation>
    </message>
    <message>
        <source>install a complete libcurl with OpenSSL</source>
        <translation>installieren Sie ein vollständiges libcurl mit OpenSSL</translation>
    </message>
    <message>
        <source>install the package ca-certificates</source>
        <translation>installieren Sie das Paket ca-certificates</translation>
    </message>
    <message>
        <source>install the program again</source>
        <translation>installieren Sie das Programm noch einmal</translation>
    </message>
    <message>
        <source>internal error of unknown kind</source>
        <translation>innerer Fehler unbekannter Art</translation>
    </message>
    <message>
        <source>internal error: %1</source>
        <translation>innerer Fehler: %1</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is no entry of it</source>
        <translation>ist dort kein Eintrag</translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation>liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>it became shorter while it was read</source>
        <translation>die Datei wurde kürzer, während sie gelesen wurde</translation>
    </message>
    <message>
        <source>it changes another model and draws nothing by itself</source>
        <translation>es ändert ein anderes Modell und zeichnet selbst nichts</translation>
    </message>
    <message>
        <source>it does not begin as an .npy file</source>
        <translation>sie beginnt nicht wie eine .npy-Datei</translation>
    </message>
    <message>
        <source>it does not end with a directory, as after an interrupted download</source>
        <translation>sie endet nicht mit einem Verzeichnis, wie nach einem abgebrochenen Download</translation>
    </message>
    <message>
        <source>it does not say its byte order</source>
        <translation>sie nennt ihre Bytereihenfolge nicht</translation>
    </message>
    <message>
        <source>it does not start with its magic number</source>
        <translation>sie beginnt nicht mit ihrer Kennzahl</translation>
    </message>
    <message>
        <source>it draws inside an autoencoder and not pixels, which is not supported</source>
        <translation>es zeichnet in einem Autoencoder und keine Pixel, was nicht unterstützt wird</translation>
    </message>
    <message>
        <source>it ends before %1</source>
        <translation>sie endet vor %1</translation>
    </message>
    <message>
        <source>it ends before its directory</source>
        <translation>sie endet vor ihrem Verzeichnis</translation>
    </message>
    <message>
        <source>it ends in its header</source>
        <translation>sie endet in ihrem Kopf</translation>
    </message>
    <message>
        <source>it ends inside of %1</source>
        <translation>sie endet mitten in %1</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>sie endet zu früh</translation>
    </message>
    <message>
        <source>it enlarges a small picture that it is shown: it needs a low-resolution picture and is not usable as a prior yet</source>
        <translation>es vergrößert ein kleines Bild, das ihm gezeigt wird: es braucht ein Bild in niedriger Auflösung und ist noch nicht als Prior brauchbar</translation>
    </message>
    <message>
        <source>it has &quot;%1&quot; twice</source>
        <translation>sie enthält „%1“ doppelt</translation>
    </message>
    <message>
        <source>it has %1</source>
        <translation>vorhanden sind %1</translation>
    </message>
    <message>
        <source>it has %1 twice</source>
        <translation>sie enthält %1 doppelt</translation>
    </message>
    <message>
        <source>it has no data for the storage &quot;%1&quot;</source>
        <translation>sie hat keine Daten für den Zahlenspeicher „%1“</translation>
    </message>
    <message>
        <source>it has no residual blocks before the picture is first halved</source>
        <translation>es hat keine Restblöcke, bevor das Bild zum ersten Mal halbiert wird</translation>
    </message>
    <message>
        <source>it has none</source>
        <translation>es gibt keine</translation>
    </message>
    <message>
        <source>it holds &quot;%1&quot; twice</source>
        <translation>sie enthält „%1“ doppelt</translation>
    </message>
    <message>
        <source>it holds &quot;%1&quot;, which no file of weights has</source>
        <translation>sie enthält „%1“, was keine Gewichtsdatei hat</translation>
    </message>
    <message>
        <source>it holds a whole network with its Python code</source>
        <translation>sie enthält ein ganzes Netz mit seinem Python-Code</translation>
    </message>
    <message>
        <source>it holds more than 16 MiB of texts and numbers outside of its tensors</source>
        <translation>sie enthält außerhalb ihrer Tensoren mehr als 16 MiB Texte und Zahlen</translation>
    </message>
    <message>
        <source>it holds more than 500000 values</source>
        <translation>sie enthält mehr als 500000 Werte</translation>
    </message>
    <message>
        <source>it holds more than 64 MiB of names</source>
        <translation>sie enthält mehr als 64 MiB Namen</translation>
    </message>
    <message>
        <source>it holds no tensors with names</source>
        <translation>sie enthält keine Tensoren mit Namen</translation>
    </message>
    <message>
        <source>it holds the Python object %1, which only running its code could make</source>
        <translation>sie enthält das Python-Objekt %1, das nur durch Ausführen seines Codes entstehen könnte</translation>
    </message>
    <message>
        <source>it holds views of storages as PyTorch before 0.4 wrote them</source>
        <translation>sie enthält Ausschnitte von Zahlenspeichern, wie PyTorch sie vor 0.4 schrieb</translation>
    </message>
    <message>
        <source>it holds what a training remembers, and no weights</source>
        <translation>er enthält, was ein Training sich merkt, und keine Gewichte</translation>
    </message>
    <message>
        <source>it is %1, not weights alone</source>
        <translation>sie ist %1, nicht nur Gewichte</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is a zip archive, but torch.save did not write it</source>
        <translation>sie ist ein ZIP-Archiv, aber torch.save hat sie nicht geschrieben</translation>
    </message>
    <message>
        <source>it is a zip archive, but torch.save did not write it: it has no data.pkl</source>
        <translation>sie ist ein ZIP-Archiv, aber torch.save hat sie nicht geschrieben: data.pkl fehlt</translation>
    </message>
    <message>
        <source>it is empty (0 bytes)</source>
        <translation>die Datei ist leer (0 Byte)</translation>
    </message>
    <message>
        <source>it is in Fortran order</source>
        <translation>sie ist in Fortran-Reihenfolge</translation>
    </message>
    <message>
        <source>it is larger than 2 GiB</source>
        <translation>die Datei ist größer als 2 GiB</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is part of an archive of several disks</source>
        <translation>sie ist Teil eines Archivs über mehrere Datenträger</translation>
    </message>
    <message>
        <source>it is shorter than the 8 bytes of the header length</source>
        <translation>sie ist kürzer als die 8 Bytes der Kopflänge</translation>
    </message>
    <message>
        <source>it must return as many channels as it takes, or twice as many with a learned variance</source>
        <translation>es muss so viele Kanäle ausgeben, wie es bekommt, oder doppelt so viele mit gelernter Varianz</translation>
    </message>
    <message>
        <source>it needs a text encoder, which is not supported</source>
        <translation>es braucht einen Textkodierer, was nicht unterstützt wird</translation>
    </message>
    <message>
        <source>it packs and unpacks pictures and is no prior by itself</source>
        <translation>es packt Bilder ein und aus und ist selbst kein Prior</translation>
    </message>
    <message>
        <source>it reads words and draws nothing</source>
        <translation>es liest Wörter und zeichnet nichts</translation>
    </message>
    <message>
        <source>it steers another model and draws nothing by itself</source>
        <translation>es steuert ein anderes Modell und zeichnet selbst nichts</translation>
    </message>
    <message>
        <source>it takes %1</source>
        <translation>er nimmt %1</translation>
    </message>
    <message>
        <source>it tells what a picture shows and cannot draw one</source>
        <translation>es sagt, was ein Bild zeigt, und kann keines zeichnen</translation>
    </message>
    <message>
        <source>it was removed; try again, and if that does not help, its publisher has replaced it</source>
        <translation>sie wurde entfernt; versuchen Sie es noch einmal, und hilft das nicht, hat ihr Herausgeber sie ersetzt</translation>
    </message>
    <message>
        <source>its %1 blocks on the way down and %2 on the way up do not make levels of equal length</source>
        <translation>seine %1 Blöcke auf dem Weg hinab und %2 auf dem Weg hinauf ergeben keine gleich langen Stufen</translation>
    </message>
    <message>
        <source>its data is big-endian</source>
        <translation>ihre Daten sind Big-Endian</translation>
    </message>
    <message>
        <source>its dictionaries nest deeper than 64 levels or in circles</source>
        <translation>ihre Wörterbücher sind tiefer als 64 Ebenen oder im Kreis verschachtelt</translation>
    </message>
    <message>
        <source>its directory holds more entries than it counts</source>
        <translation>ihr Verzeichnis enthält mehr Einträge, als es zählt</translation>
    </message>
    <message>
        <source>its directory holds something that is not an entry</source>
        <translation>ihr Verzeichnis enthält etwas, das kein Eintrag ist</translation>
    </message>
    <message>
        <source>its directory is larger than 16 MiB</source>
        <translation>ihr Verzeichnis ist größer als 16 MiB</translation>
    </message>
    <message>
        <source>its directory is not where it says</source>
        <translation>ihr Verzeichnis ist nicht dort, wo es sein soll</translation>
    </message>
    <message>
        <source>its format version is unknown</source>
        <translation>ihre Formatversion ist unbekannt</translation>
    </message>
    <message>
        <source>its header does not start with {</source>
        <translation>ihr Kopf beginnt nicht mit {</translation>
    </message>
    <message>
        <source>its header ends inside a string</source>
        <translation>ihr Kopf endet mitten in einem Text</translation>
    </message>
    <message>
        <source>its header has &quot;%1&quot; twice</source>
        <translation>ihr Kopf enthält „%1“ doppelt</translation>
    </message>
    <message>
        <source>its header has an unknown entry &quot;%1&quot;</source>
        <translation>ihr Kopf hat einen unbekannten Eintrag „%1“</translation>
    </message>
    <message>
        <source>its header is longer than 100 MB</source>
        <translation>ihr Kopf ist länger als 100 MB</translation>
    </message>
    <message>
        <source>its header is not a JSON object</source>
        <translation>ihr Kopf ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>its header is not a dictionary of descr, fortran_order and shape</source>
        <translation>ihr Kopf ist kein Wörterbuch aus descr, fortran_order und shape</translation>
    </message>
    <message>
        <source>its header is padded with something other than spaces</source>
        <translation>ihr Kopf ist mit etwas anderem als Leerzeichen aufgefüllt</translation>
    </message>
    <message>
        <source>its header lacks a %1</source>
        <translation>in ihrem Kopf fehlt %1</translation>
    </message>
    <message>
        <source>its header reaches beyond the end of the file</source>
        <translation>ihr Kopf reicht über das Ende der Datei hinaus</translation>
    </message>
    <message>
        <source>its id &quot;%1&quot; is taken by %2: change the id in card.json, or give the folder instead of the id</source>
        <translation>seine Kennung „%1“ hat schon %2: ändern Sie die Kennung in card.json, oder geben Sie den Ordner statt der Kennung an</translation>
    </message>
    <message>
        <source>its licence may have to be accepted in a browser first; then add the file from there</source>
        <translation>vielleicht muss erst in einem Browser ihrer Lizenz zugestimmt werden; fügen Sie die Datei dann von dort hinzu</translation>
    </message>
    <message>
        <source>its list of storages holds something that is not a key</source>
        <translation>ihre Liste der Zahlenspeicher enthält etwas, das kein Schlüssel ist</translation>
    </message>
    <message>
        <source>its list of storages is not a list</source>
        <translation>ihre Liste der Zahlenspeicher ist keine Liste</translation>
    </message>
    <message>
        <source>its numbers are &quot;%1&quot; and not &quot;&lt;f4&quot;</source>
        <translation>ihre Zahlen sind „%1“ und nicht „&lt;f4“</translation>
    </message>
    <message>
        <source>its numbers do not fill its shape exactly</source>
        <translation>ihre Zahlen füllen ihre Form nicht genau</translation>
    </message>
    <message>
        <source>its pickle appends to something that is not a list</source>
        <translation>ihr Pickle hängt an etwas an, das keine Liste ist</translation>
    </message>
    <message>
        <source>its pickle calls %1 with something other than text</source>
        <translation>ihr Pickle ruft %1 mit etwas anderem als Text auf</translation>
    </message>
    <message>
        <source>its pickle calls %1, which is not callable</source>
        <translation>ihr Pickle ruft %1 auf, was nicht aufgerufen werden kann</translation>
    </message>
    <message>
        <source>its pickle calls something that is not a name</source>
        <translation>ihr Pickle ruft etwas auf, das kein Name ist</translation>
    </message>
    <message>
        <source>its pickle does not match its recorded checksum</source>
        <translation>ihr Pickle stimmt nicht mit der vermerkten Prüfsumme überein</translation>
    </message>
    <message>
        <source>its pickle encodes text in an encoding other than latin1</source>
        <translation>ihr Pickle kodiert Text anders als in latin1</translation>
    </message>
    <message>
        <source>its pickle ends too early</source>
        <translation>ihr Pickle endet zu früh</translation>
    </message>
    <message>
        <source>its pickle has an unknown protocol</source>
        <translation>ihr Pickle hat ein unbekanntes Protokoll</translation>
    </message>
    <message>
        <source>its pickle holds a name that is cut off or longer than 128 characters</source>
        <translation>ihr Pickle enthält einen Namen, der abgeschnitten oder länger als 128 Zeichen ist</translation>
    </message>
    <message>
        <source>its pickle holds a text or byte string longer than 1 MiB</source>
        <translation>ihr Pickle enthält einen Text oder eine Bytefolge von mehr als 1 MiB</translation>
    </message>
    <message>
        <source>its pickle holds the instruction 0x%1, which weights do not need</source>
        <translation>ihr Pickle enthält die Anweisung 0x%1, die Gewichte nicht brauchen</translation>
    </message>
    <message>
        <source>its pickle is longer than 32 MiB</source>
        <translation>ihr Pickle ist länger als 32 MiB</translation>
    </message>
    <message>
        <source>its pickle leaves objects on the stack</source>
        <translation>ihr Pickle lässt Objekte auf dem Stapel zurück</translation>
    </message>
    <message>
        <source>its pickle makes more than 1 million objects</source>
        <translation>ihr Pickle erzeugt mehr als 1 Million Objekte</translation>
    </message>
    <message>
        <source>its pickle names an object with something other than text</source>
        <translation>ihr Pickle benennt ein Objekt mit etwas anderem als Text</translation>
    </message>
    <message>
        <source>its pickle nests more than 1000 levels deep</source>
        <translation>ihr Pickle ist tiefer als 1000 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>its pickle pops a mark that is not there</source>
        <translation>ihr Pickle nimmt eine Marke vom Stapel, die nicht da ist</translation>
    </message>
    <message>
        <source>its pickle pops an object that is not there</source>
        <translation>ihr Pickle nimmt ein Objekt vom Stapel, das nicht da ist</translation>
    </message>
    <message>
        <source>its pickle reads a memo entry that it never wrote</source>
        <translation>ihr Pickle liest einen Merkeintrag, den er nie geschrieben hat</translation>
    </message>
    <message>
        <source>its pickle sets an item of something that is not a dictionary</source>
        <translation>ihr Pickle setzt einen Eintrag in etwas, das kein Wörterbuch ist</translation>
    </message>
    <message>
        <source>its pickle sets an item without a value</source>
        <translation>ihr Pickle setzt einen Eintrag ohne Wert</translation>
    </message>
    <message>
        <source>its pickle sets attributes of something that has none</source>
        <translation>ihr Pickle setzt Attribute von etwas, das keine hat</translation>
    </message>
    <message>
        <source>its pickle stacks more than 1 million objects</source>
        <translation>ihr Pickle stapelt mehr als 1 Million Objekte</translation>
    </message>
    <message>
        <source>its pickle writes a memo entry with an index over 1 million</source>
        <translation>ihr Pickle schreibt einen Merkeintrag mit einer Nummer über 1 Million</translation>
    </message>
    <message>
        <source>its protocol is not 1001</source>
        <translation>ihr Protokoll ist nicht 1001</translation>
    </message>
    <message>
        <source>its publisher may have replaced it; use another address</source>
        <translation>vielleicht hat ihr Herausgeber sie ersetzt; nehmen Sie eine andere Adresse</translation>
    </message>
    <message>
        <source>its scheduler_config.json is no object</source>
        <translation>seine scheduler_config.json ist kein Objekt</translation>
    </message>
    <message>
        <source>its scheduler_config.json says %1 &quot;%2&quot;, which is not known here</source>
        <translation>seine scheduler_config.json sagt %1 „%2“, was hier nicht bekannt ist</translation>
    </message>
    <message>
        <source>its shape is larger than memory can be</source>
        <translation>ihre Form ist größer, als Speicher sein kann</translation>
    </message>
    <message>
        <source>its shape is not made of whole numbers</source>
        <translation>ihre Form besteht nicht aus ganzen Zahlen</translation>
    </message>
    <message>
        <source>its storage &quot;%1&quot; is twice in the list, or nothing refers to it</source>
        <translation>ihr Zahlenspeicher „%1“ steht doppelt in der Liste, oder nichts verweist auf ihn</translation>
    </message>
    <message>
        <source>its tensors are more than 16 times larger than the file</source>
        <translation>ihre Tensoren sind mehr als 16-mal so groß wie die Datei</translation>
    </message>
    <message>
        <source>its tensors are those of no network that is known here; the first of them is &quot;%1&quot;</source>
        <translation>seine Tensoren gehören zu keinem hier bekannten Netz; der erste ist „%1“</translation>
    </message>
    <message>
        <source>its time embedding has no width</source>
        <translation>seine Zeiteinbettung hat keine Breite</translation>
    </message>
    <message>
        <source>its two end records do not agree</source>
        <translation>ihre beiden Schlusseinträge stimmen nicht überein</translation>
    </message>
    <message>
        <source>its variants are pictures in the folder&apos;s &quot;variants&quot;</source>
        <translation>ihre Varianten sind Bilder im Ordner „variants“ darin</translation>
    </message>
    <message>
        <source>its zip64 directory is not where it says</source>
        <translation>ihr Zip64-Verzeichnis ist nicht dort, wo es sein soll</translation>
    </message>
    <message>
        <source>its zip64 end record is not where it says</source>
        <translation>ihr Zip64-Schlusseintrag ist nicht dort, wo er sein soll</translation>
    </message>
    <message>
        <source>latent diffusion model with its autoencoder, as Stable Diffusion saves it</source>
        <translation>latentes Diffusionsmodell mit seinem Autoencoder, wie Stable Diffusion es speichert</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>lassen Sie es weg</translation>
    </message>
    <message>
        <source>leave it out, or take inpaint or old-photo</source>
        <translation>lassen Sie sie weg, oder nehmen Sie inpaint oder old-photo</translation>
    </message>
    <message>
        <source>leave it to auto, choose one that the task offers, or give the path of a picture</source>
        <translation>überlassen Sie sie der Automatik, wählen Sie eine, die die Aufgabe anbietet, oder geben Sie den Pfad eines Bildes an</translation>
    </message>
    <message>
        <source>leave the class out</source>
        <translation>lassen Sie die Klasse weg</translation>
    </message>
    <message>
        <source>leave the estimate to auto, or take pseudo-inverse</source>
        <translation>lassen Sie die erste Schätzung automatisch, oder nehmen Sie die Pseudoinverse</translation>
    </message>
    <message>
        <source>leave them out, or take colorize or old-photo</source>
        <translation>lassen Sie sie weg, oder nehmen Sie colorize oder old-photo</translation>
    </message>
    <message>
        <source>leave them to auto, or start from the estimate</source>
        <translation>lassen Sie sie auf auto, oder starten Sie von der Schätzung</translation>
    </message>
    <message>
        <source>leave them to auto, or take a method that samples, such as ddnm</source>
        <translation>lassen Sie sie auf auto, oder nehmen Sie ein Verfahren, das zieht, etwa ddnm</translation>
    </message>
    <message>
        <source>level %1 of %2</source>
        <translation>Stufe %1 von %2</translation>
    </message>
    <message>
        <source>loading the prior</source>
        <translation>Prior wird geladen</translation>
    </message>
    <message>
        <source>look for it at its publisher&apos;s page</source>
        <translation>suchen Sie sie auf der Seite ihres Herausgebers</translation>
    </message>
    <message>
        <source>loss %1, %2 crops/s</source>
        <translation>Verlust %1, %2 Ausschnitte/s</translation>
    </message>
    <message>
        <source>lower case letters, digits and hyphens</source>
        <translation>Kleinbuchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>make it as large as the result</source>
        <translation>machen Sie sie so groß wie das Ergebnis</translation>
    </message>
    <message>
        <source>make room there, or move the folder of data with PALIMPSEST_DATA</source>
        <translation>machen Sie dort Platz, oder verlegen Sie den Datenordner mit PALIMPSEST_DATA</translation>
    </message>
    <message>
        <source>make the folder first or choose another</source>
        <translation>legen Sie den Ordner zuerst an oder wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>make the mask as large as the picture</source>
        <translation>machen Sie die Maske so groß wie das Bild</translation>
    </message>
    <message>
        <source>mean squared error of the predicted noise: %1</source>
        <translation>mittlerer quadratischer Fehler des vorhergesagten Rauschens: %1</translation>
    </message>
    <message>
        <source>method</source>
        <translation>das Verfahren</translation>
    </message>
    <message>
        <source>must be &quot;legacy&quot; or &quot;new&quot;</source>
        <translation>muss „legacy“ oder „new“ sein</translation>
    </message>
    <message>
        <source>must be %1 to %2, not %3</source>
        <translation>muss %1 bis %2 sein, nicht %3</translation>
    </message>
    <message>
        <source>must be 1 to 16</source>
        <translation>muss 1 bis 16 sein</translation>
    </message>
    <message>
        <source>must be 1 to 4</source>
        <translation>muss 1 bis 4 sein</translation>
    </message>
    <message>
        <source>must be 3 with SkipDownBlock2D</source>
        <translation>muss mit SkipDownBlock2D 3 sein</translation>
    </message>
    <message>
        <source>must be 3 with SkipUpBlock2D</source>
        <translation>muss mit SkipUpBlock2D 3 sein</translation>
    </message>
    <message>
        <source>must be 4 to 4096 and a multiple of 4</source>
        <translation>muss 4 bis 4096 und ein Vielfaches von 4 sein</translation>
    </message>
    <message>
        <source>must be UNetMidBlock2D or null</source>
        <translation>muss UNetMidBlock2D oder null sein</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>muss eine Liste sein</translation>
    </message>
    <message>
        <source>must be a list of numbers</source>
        <translation>muss eine Liste von Zahlen sein</translation>
    </message>
    <message>
        <source>must be a list of whole numbers</source>
        <translation>muss eine Liste ganzer Zahlen sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be a number without skip blocks</source>
        <translation>muss ohne Sprungblöcke eine Zahl sein</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be above 0 and at most 1</source>
        <translation>muss über 0 und höchstens 1 sein</translation>
    </message>
    <message>
        <source>must be above 0 and at most 1000</source>
        <translation>muss über 0 und höchstens 1000 sein</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>must be at least 0 and below half the first width</source>
        <translation>muss mindestens 0 und kleiner als die halbe erste Breite sein</translation>
    </message>
    <message>
        <source>must be even</source>
        <translation>muss gerade sein</translation>
    </message>
    <message>
        <source>must be multiples of 32 with attention</source>
        <translation>müssen mit Aufmerksamkeit Vielfache von 32 sein</translation>
    </message>
    <message>
        <source>must be multiples of four, and of 32 from 128 on, with skip blocks</source>
        <translation>müssen mit Sprungblöcken Vielfache von vier sein, ab 128 von 32</translation>
    </message>
    <message>
        <source>must be multiples of norm_num_groups</source>
        <translation>müssen Vielfache von norm_num_groups sein</translation>
    </message>
    <message>
        <source>must be null or above zero</source>
        <translation>muss null sein oder über 0 liegen</translation>
    </message>
    <message>
        <source>must be null or timestep</source>
        <translation>muss null oder timestep sein</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>muss eines von %1 sein</translation>
    </message>
    <message>
        <source>must be powers of two, 1 to 2^(levels - 1)</source>
        <translation>müssen Zweierpotenzen von 1 bis 2^(Stufen - 1) sein</translation>
    </message>
    <message>
        <source>must be silu</source>
        <translation>muss silu sein</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must begin with an even number</source>
        <translation>muss mit einer geraden Zahl beginnen</translation>
    </message>
    <message>
        <source>must divide the last width</source>
        <translation>muss die letzte Breite teilen</translation>
    </message>
    <message>
        <source>must divide the width of every attention</source>
        <translation>muss die Breite jeder Aufmerksamkeit teilen</translation>
    </message>
    <message>
        <source>must divide the width of every level with attention, and of the last</source>
        <translation>muss die Breite jeder Stufe mit Aufmerksamkeit und der letzten teilen</translation>
    </message>
    <message>
        <source>must have 1 to 10 levels</source>
        <translation>muss 1 bis 10 Stufen haben</translation>
    </message>
    <message>
        <source>must have 1 to 8 levels</source>
        <translation>muss 1 bis 8 Stufen haben</translation>
    </message>
    <message>
        <source>must have as many entries as block_out_channels</source>
        <translation>muss so viele Einträge haben wie block_out_channels</translation>
    </message>
    <message>
        <source>must not have other blocks after skip blocks</source>
        <translation>darf nach Sprungblöcken keine anderen Blöcke haben</translation>
    </message>
    <message>
        <source>must not have skip blocks after other blocks</source>
        <translation>darf nach anderen Blöcken keine Sprungblöcke haben</translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation>nennen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>name a folder with pictures=FOLDER</source>
        <translation>nennen Sie einen Ordner mit pictures=ORDNER</translation>
    </message>
    <message>
        <source>name a picture, a weights file, a record or the folder of a prior</source>
        <translation>nennen Sie ein Bild, eine Gewichtsdatei, ein Protokoll oder den Ordner eines Priors</translation>
    </message>
    <message>
        <source>name another file</source>
        <translation>nennen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>name another folder for the maps</source>
        <translation>nennen Sie einen anderen Ordner für die Karten</translation>
    </message>
    <message>
        <source>name one of them</source>
        <translation>wählen Sie einen davon</translation>
    </message>
    <message>
        <source>name the file, or the folder of a prior or of a diffusers model</source>
        <translation>wählen Sie die Datei oder den Ordner eines Priors oder eines Modells von diffusers</translation>
    </message>
    <message>
        <source>needs the embedding &quot;fourier&quot;: only then is the label the noise&apos;s standard deviation</source>
        <translation>braucht die Einbettung „fourier“: nur dann ist die Zeitangabe die Standardabweichung des Rauschens</translation>
    </message>
    <message>
        <source>networks of the EDM family are not supported</source>
        <translation>Netze der EDM-Familie werden nicht unterstützt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no connection to %1</source>
        <translation>keine Verbindung zu %1</translation>
    </message>
    <message>
        <source>no connection to %1: %2</source>
        <translation>keine Verbindung zu %1: %2</translation>
    </message>
    <message>
        <source>no secure connection to %1 (%2)</source>
        <translation>keine sichere Verbindung zu %1 (%2)</translation>
    </message>
    <message>
        <source>noise schedule</source>
        <translation>den Rauschplan</translation>
    </message>
    <message>
        <source>non-linear operator</source>
        <translation>den nichtlinearen Operator</translation>
    </message>
    <message>
        <source>none of the photos is at least %1 pixels high and wide</source>
        <translation>keines der Fotos ist mindestens %1 Pixel hoch und breit</translation>
    </message>
    <message>
        <source>not sound: %1</source>
        <translation>nicht in Ordnung: %1</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>nothing can be chosen: leave it out</source>
        <translation>es steht nichts zur Wahl: lassen Sie es weg</translation>
    </message>
    <message>
        <source>nothing of it was kept; use another address</source>
        <translation>nichts davon wurde behalten; nehmen Sie eine andere Adresse</translation>
    </message>
    <message>
        <source>nothing was downloaded from there; use another address</source>
        <translation>von dort wurde nichts heruntergeladen; nehmen Sie eine andere Adresse</translation>
    </message>
    <message>
        <source>number %1 is %2, but &quot;%3&quot; is %4</source>
        <translation>Nummer %1 ist %2, „%3“ aber %4</translation>
    </message>
    <message>
        <source>of an unknown format</source>
        <translation>von unbekanntem Format</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>one of its records is truncated</source>
        <translation>einer ihrer Einträge ist abgeschnitten</translation>
    </message>
    <message>
        <source>only priors that were added or trained can be removed</source>
        <translation>nur hinzugefügte oder trainierte Priors können entfernt werden</translation>
    </message>
    <message>
        <source>open and save it with another program, as PNG or TIFF</source>
        <translation>öffnen und speichern Sie es mit einem anderen Programm, als PNG oder TIFF</translation>
    </message>
    <message>
        <source>open the address in a browser: it may ask for a login or a confirmation first</source>
        <translation>öffnen Sie die Adresse in einem Browser: vielleicht verlangt sie erst eine Anmeldung oder Bestätigung</translation>
    </message>
    <message>
        <source>open the address in a browser: it may ask for something first</source>
        <translation>öffnen Sie die Adresse in einem Browser: vielleicht fragt sie erst etwas</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>den Operator</translation>
    </message>
    <message>
        <source>other bytes come before its first entry</source>
        <translation>vor ihrem ersten Eintrag stehen andere Bytes</translation>
    </message>
    <message>
        <source>outputChannels must be 1 to 64</source>
        <translation>outputChannels muss 1 bis 64 sein</translation>
    </message>
    <message>
        <source>paint over the damage, or give --mask</source>
        <translation>übermalen Sie den Schaden, oder geben Sie eine Maske an</translation>
    </message>
    <message>
        <source>paint over the damage, or make it white in the mask file</source>
        <translation>übermalen Sie den Schaden, oder machen Sie ihn in der Maskendatei weiß</translation>
    </message>
    <message>
        <source>paint the hints on this picture</source>
        <translation>malen Sie die Hinweise auf dieses Bild</translation>
    </message>
    <message>
        <source>paint them on this picture</source>
        <translation>malen Sie sie auf dieses Bild</translation>
    </message>
    <message>
        <source>palimpsest methods lists what it has</source>
        <translation>„palimpsest methods“ nennt, was es gibt</translation>
    </message>
    <message>
        <source>palimpsest methods lists what serves which task</source>
        <translation>palimpsest methods zeigt, was welcher Aufgabe dient</translation>
    </message>
    <message>
        <source>palimpsest models %1 needs --%2</source>
        <translation>„palimpsest models %1“ braucht --%2</translation>
    </message>
    <message>
        <source>palimpsest models list shows what there is</source>
        <translation>palimpsest models list zeigt, was es gibt</translation>
    </message>
    <message>
        <source>palimpsest train PICTURES -o FOLDER</source>
        <translation>palimpsest train BILDER -o ORDNER</translation>
    </message>
    <message>
        <source>picture format</source>
        <translation>das Bildformat</translation>
    </message>
    <message>
        <source>prior of Palimpsest</source>
        <translation>Prior von Palimpsest</translation>
    </message>
    <message>
        <source>published model</source>
        <translation>das veröffentlichte Modell</translation>
    </message>
    <message>
        <source>put the old picture back, or open the variants in %1</source>
        <translation>legen Sie das alte Bild zurück, oder öffnen Sie die Varianten in %1</translation>
    </message>
    <message>
        <source>reading photos</source>
        <translation>Fotos werden gelesen</translation>
    </message>
    <message>
        <source>reading the weights</source>
        <translation>die Gewichte werden gelesen</translation>
    </message>
    <message>
        <source>reinstall libcurl</source>
        <translation>installieren Sie libcurl neu</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>entfernen Sie ihn</translation>
    </message>
    <message>
        <source>remove it, and try again</source>
        <translation>entfernen Sie sie, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>remove one of them</source>
        <translation>entfernen Sie einen davon</translation>
    </message>
    <message>
        <source>replay a run that ended by itself</source>
        <translation>wiederholen Sie einen Lauf, der von selbst zu Ende ging</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>restauriert</translation>
    </message>
    <message>
        <source>resume with the configuration that the training began with</source>
        <translation>setzen Sie mit der Konfiguration fort, mit der das Training begann</translation>
    </message>
    <message>
        <source>resume with the same settings, or start in another folder</source>
        <translation>setzen Sie mit denselben Einstellungen fort, oder beginnen Sie in einem anderen Ordner</translation>
    </message>
    <message>
        <source>run again with --precision fp32; if that fails too, verify the prior with palimpsest models verify</source>
        <translation>starten Sie noch einmal mit der Genauigkeit fp32; schlägt auch das fehl, prüfen Sie den Prior mit palimpsest models verify</translation>
    </message>
    <message>
        <source>save a cotangent of the output&apos;s shape</source>
        <translation>speichern Sie einen Kotangens von der Form der Ausgabe</translation>
    </message>
    <message>
        <source>save an array of four axes: pictures, channels, rows, columns</source>
        <translation>speichern Sie ein Array mit vier Achsen: Bilder, Kanäle, Zeilen, Spalten</translation>
    </message>
    <message>
        <source>save it as PNG or TIFF with another program</source>
        <translation>speichern Sie es mit einem anderen Programm als PNG oder TIFF</translation>
    </message>
    <message>
        <source>save it as PNG with another program</source>
        <translation>speichern Sie es mit einem anderen Programm als PNG</translation>
    </message>
    <message>
        <source>save it as PNG, TIFF or JPEG with another program</source>
        <translation>speichern Sie es mit einem anderen Programm als PNG, TIFF oder JPEG</translation>
    </message>
    <message>
        <source>save it as PNG, or as TIFF in grey or RGB with 8 bits, 16 bits or floats</source>
        <translation>speichern Sie es als PNG oder als TIFF in Grau oder RGB mit 8 Bit, 16 Bit oder Gleitkommazahlen</translation>
    </message>
    <message>
        <source>save it with numpy.save(path, numpy.ascontiguousarray(x, dtype=&quot;&lt;f4&quot;))</source>
        <translation>speichern Sie es mit numpy.save(path, numpy.ascontiguousarray(x, dtype=&quot;&lt;f4&quot;))</translation>
    </message>
    <message>
        <source>save its weights alone in Python: torch.save(model.state_dict(), &quot;weights.pt&quot;)</source>
        <translation>speichern Sie in Python nur die Gewichte: torch.save(model.state_dict(), &quot;weights.pt&quot;)</translation>
    </message>
    <message>
        <source>save one flat picture of it</source>
        <translation>speichern Sie daraus ein einfaches Bild</translation>
    </message>
    <message>
        <source>save one frame of it as a picture of its own</source>
        <translation>speichern Sie eines der Bilder darin als eigenes Bild</translation>
    </message>
    <message>
        <source>save the hints at the size of the picture</source>
        <translation>speichern Sie die Hinweise in der Größe des Bildes</translation>
    </message>
    <message>
        <source>save the mask at the size of the picture</source>
        <translation>speichern Sie die Maske in der Größe des Bildes</translation>
    </message>
    <message>
        <source>save the model again</source>
        <translation>speichern Sie das Modell noch einmal</translation>
    </message>
    <message>
        <source>scale it down or cut out the part that you need</source>
        <translation>verkleinern Sie es oder schneiden Sie den nötigen Teil aus</translation>
    </message>
    <message>
        <source>start</source>
        <translation>den Anfang</translation>
    </message>
    <message>
        <source>start again with a lower learning rate</source>
        <translation>beginnen Sie noch einmal mit einer kleineren Lernrate</translation>
    </message>
    <message>
        <source>start the training again</source>
        <translation>beginnen Sie das Training von vorn</translation>
    </message>
    <message>
        <source>state of an optimizer</source>
        <translation>Zustand eines Optimierers</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>step rule</source>
        <translation>die Schrittregel</translation>
    </message>
    <message>
        <source>t0 = %1 is out of range</source>
        <translation>t0 = %1 liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>t0 = 0 would return the first estimate unchanged</source>
        <translation>t0 = 0 gäbe die erste Schätzung unverändert zurück</translation>
    </message>
    <message>
        <source>task</source>
        <translation>die Aufgabe</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>Textkodierer</translation>
    </message>
    <message>
        <source>text that is not empty</source>
        <translation>Text, der nicht leer ist</translation>
    </message>
    <message>
        <source>the &quot;parameters&quot; of a restoration must be a JSON object of named values</source>
        <translation>die „parameters“ einer Restaurierung müssen ein JSON-Objekt mit benannten Werten sein</translation>
    </message>
    <message>
        <source>the CUDA part of LibTorch cannot be used (%1)</source>
        <translation>der CUDA-Teil von LibTorch kann nicht benutzt werden (%1)</translation>
    </message>
    <message>
        <source>the NVIDIA driver lists no GPU</source>
        <translation>der NVIDIA-Treiber nennt keine GPU</translation>
    </message>
    <message>
        <source>the address at %1 cannot be used</source>
        <translation>die Adresse bei %1 kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>the address is %1</source>
        <translation>die Adresse ist %1</translation>
    </message>
    <message>
        <source>the averaged weights under &quot;%1&quot; do not fit the model beside them: %2</source>
        <translation>die gemittelten Gewichte unter „%1“ passen nicht zum Modell daneben: %2</translation>
    </message>
    <message>
        <source>the benchmark does not know &quot;%1&quot;</source>
        <translation>der Benchmark kennt „%1“ nicht</translation>
    </message>
    <message>
        <source>the blur &quot;%1&quot; is neither a kernel in words nor a picture that was opened</source>
        <translation>die Unschärfe „%1“ ist weder ein Kern in Worten noch ein Bild, das geöffnet wurde</translation>
    </message>
    <message>
        <source>the blur &quot;%1&quot; is not known</source>
        <translation>die Unschärfe „%1“ ist unbekannt</translation>
    </message>
    <message>
        <source>the blur &quot;%1&quot; is out of range: %2 to %3 px</source>
        <translation>die Unschärfe „%1“ liegt außerhalb des Bereichs: %2 bis %3 px</translation>
    </message>
    <message>
        <source>the blur &quot;%1&quot; needs one number</source>
        <translation>die Unschärfe „%1“ braucht eine Zahl</translation>
    </message>
    <message>
        <source>the blur &quot;%1&quot; needs two numbers</source>
        <translation>die Unschärfe „%1“ braucht zwei Zahlen</translation>
    </message>
    <message>
        <source>the blur kernel %1 has %2 x %3 pixels, the limit is 255 x 255</source>
        <translation>der Unschärfekern %1 hat %2 x %3 Pixel, die Grenze ist 255 x 255</translation>
    </message>
    <message>
        <source>the blur kernel %1 has NaN or infinite values</source>
        <translation>der Unschärfekern %1 hat Werte, die NaN oder unendlich sind</translation>
    </message>
    <message>
        <source>the blur kernel %1 has negative values</source>
        <translation>der Unschärfekern %1 hat negative Werte</translation>
    </message>
    <message>
        <source>the blur kernel %1 is completely black</source>
        <translation>der Unschärfekern %1 ist ganz schwarz</translation>
    </message>
    <message>
        <source>the blur kernel did not sum to one and was divided by its sum</source>
        <translation>der Unschärfekern ergab in der Summe nicht eins und wurde durch seine Summe geteilt</translation>
    </message>
    <message>
        <source>the blur kernel has an even side; a line of zeros at its end made it odd</source>
        <translation>der Unschärfekern hat eine gerade Seite; sie wurde durch eine Zeile Nullen am Ende ungerade</translation>
    </message>
    <message>
        <source>the blur kernel has negative values</source>
        <translation>der Unschärfekern hat negative Werte</translation>
    </message>
    <message>
        <source>the blur kernel holds a NaN or infinite value</source>
        <translation>der Unschärfekern enthält einen Wert, der NaN oder unendlich ist</translation>
    </message>
    <message>
        <source>the blur kernel is empty</source>
        <translation>der Unschärfekern ist leer</translation>
    </message>
    <message>
        <source>the blur kernel is larger than the picture: %1 x %2 against %3 x %4 pixels</source>
        <translation>der Unschärfekern ist größer als das Bild: %1 x %2 gegen %3 x %4 Pixel</translation>
    </message>
    <message>
        <source>the blur kernel sums to zero</source>
        <translation>der Unschärfekern ergibt in der Summe null</translation>
    </message>
    <message>
        <source>the bytes of &quot;%1&quot; overlap those of another tensor</source>
        <translation>die Bytes von „%1“ überlappen die eines anderen Tensors</translation>
    </message>
    <message>
        <source>the bytes of %1 lie outside the entries</source>
        <translation>die Bytes von %1 liegen außerhalb der Einträge</translation>
    </message>
    <message>
        <source>the certificate of %1 is not trusted (%2)</source>
        <translation>dem Zertifikat von %1 wird nicht vertraut (%2)</translation>
    </message>
    <message>
        <source>the checkpoint &quot;%1&quot; cannot be read: %2</source>
        <translation>der Checkpoint „%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>the colour hints %1 are grey</source>
        <translation>die Farbhinweise %1 sind grau</translation>
    </message>
    <message>
        <source>the colour hints %1 have %2 pixels, but the picture has %3</source>
        <translation>die Farbhinweise %1 haben %2 Pixel, aber das Bild hat %3</translation>
    </message>
    <message>
        <source>the colour hints %1 hold no strokes</source>
        <translation>die Farbhinweise %1 enthalten keine Striche</translation>
    </message>
    <message>
        <source>the colour hints are not used, since the picture keeps its colours</source>
        <translation>die Farbhinweise werden nicht benutzt, denn das Bild behält seine Farben</translation>
    </message>
    <message>
        <source>the colour hints do not have the size of the picture, %1</source>
        <translation>die Farbhinweise haben nicht die Größe des Bildes, %1</translation>
    </message>
    <message>
        <source>the colour hints have another size than the picture</source>
        <translation>die Farbhinweise haben eine andere Größe als das Bild</translation>
    </message>
    <message>
        <source>the colour profile of the picture cannot be used; its colours are taken for sRGB</source>
        <translation>das Farbprofil des Bildes ist nicht verwendbar; seine Farben gelten als sRGB</translation>
    </message>
    <message>
        <source>the configuration of %1 cannot be read: %2</source>
        <translation>die Einstellung von %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>the configuration of %1 is impossible: %2</source>
        <translation>die Einstellung von %1 ist unmöglich: %2</translation>
    </message>
    <message>
        <source>the configuration of %1 is impossible: %2 %3</source>
        <translation>die Konfiguration von %1 ist unmöglich: %2 %3</translation>
    </message>
    <message>
        <source>the connection to %1 was lost (%2)</source>
        <translation>die Verbindung zu %1 ging verloren (%2)</translation>
    </message>
    <message>
        <source>the crop of a fill has a side of %1 pixels, which is not a multiple of 4</source>
        <translation>der Ausschnitt einer Füllung hat eine Seite von %1 Pixeln, was kein Vielfaches von 4 ist</translation>
    </message>
    <message>
        <source>the cryptographic library cannot copy a SHA-256 state</source>
        <translation>die Kryptografiebibliothek kann einen SHA-256-Zustand nicht kopieren</translation>
    </message>
    <message>
        <source>the cryptographic library offers no SHA-256</source>
        <translation>die Kryptografiebibliothek bietet kein SHA-256</translation>
    </message>
    <message>
        <source>the data of a tensor does not match its recorded checksum</source>
        <translation>die Daten eines Tensors stimmen nicht mit der vermerkten Prüfsumme überein</translation>
    </message>
    <message>
        <source>the data_offsets of &quot;%1&quot; lie outside the file</source>
        <translation>die data_offsets von „%1“ liegen außerhalb der Datei</translation>
    </message>
    <message>
        <source>the data_offsets of %1 are not a pair</source>
        <translation>die data_offsets von %1 sind kein Paar</translation>
    </message>
    <message>
        <source>the data_offsets of %1 do not fit its shape and dtype</source>
        <translation>die data_offsets von %1 passen nicht zu Form und dtype</translation>
    </message>
    <message>
        <source>the data_offsets of %1 lie outside the file</source>
        <translation>die data_offsets von %1 liegen außerhalb der Datei</translation>
    </message>
    <message>
        <source>the device %1 cannot be used: %2</source>
        <translation>das Gerät %1 kann nicht benutzt werden: %2</translation>
    </message>
    <message>
        <source>the disk of %1 has %2 left, and the prior needs %3</source>
        <translation>auf der Platte von %1 sind noch %2 frei, und der Prior braucht %3</translation>
    </message>
    <message>
        <source>the download library (libcurl) cannot be started</source>
        <translation>die Downloadbibliothek (libcurl) kann nicht gestartet werden</translation>
    </message>
    <message>
        <source>the download library (libcurl) failed: %1</source>
        <translation>die Downloadbibliothek (libcurl) ist gescheitert: %1</translation>
    </message>
    <message>
        <source>the download library (libcurl) lacks a feature: %1</source>
        <translation>der Downloadbibliothek (libcurl) fehlt etwas: %1</translation>
    </message>
    <message>
        <source>the dtype %1 of %2 is unknown</source>
        <translation>der dtype %1 von %2 ist unbekannt</translation>
    </message>
    <message>
        <source>the elements of the tensor &quot;%1&quot; overlap</source>
        <translation>die Elemente des Tensors „%1“ überlappen sich</translation>
    </message>
    <message>
        <source>the entry &quot;%1&quot; must have dtype, shape and data_offsets, and nothing else</source>
        <translation>der Eintrag „%1“ muss dtype, shape und data_offsets haben und sonst nichts</translation>
    </message>
    <message>
        <source>the entry %1 has %2 twice</source>
        <translation>der Eintrag %1 hat %2 doppelt</translation>
    </message>
    <message>
        <source>the entry %1 must have dtype, shape and data_offsets, and nothing else</source>
        <translation>der Eintrag %1 muss dtype, shape und data_offsets haben und sonst nichts</translation>
    </message>
    <message>
        <source>the factor %1 does not divide the height and width of %2</source>
        <translation>der Faktor %1 teilt Höhe und Breite von %2 nicht</translation>
    </message>
    <message>
        <source>the file differs from the one that was downloaded first; if its publisher replaced it on purpose, remove &quot;%1&quot; from %2</source>
        <translation>die Datei ist eine andere als die zuerst heruntergeladene; hat ihr Herausgeber sie absichtlich ersetzt, entfernen Sie „%1“ aus %2</translation>
    </message>
    <message>
        <source>the file holds several pictures; the first was read</source>
        <translation>die Datei enthält mehrere Bilder; das erste wurde gelesen</translation>
    </message>
    <message>
        <source>the file may be damaged or of another program: save it again</source>
        <translation>die Datei ist vielleicht beschädigt oder von einem anderen Programm: speichern Sie sie noch einmal</translation>
    </message>
    <message>
        <source>the file may be incomplete, or of a variant of the network that is not known here</source>
        <translation>die Datei ist vielleicht unvollständig oder von einer Variante des Netzes, die hier nicht bekannt ist</translation>
    </message>
    <message>
        <source>the first GPU</source>
        <translation>der ersten GPU</translation>
    </message>
    <message>
        <source>the first estimate &quot;%1&quot; is neither one of the task %2 nor a file</source>
        <translation>die erste Schätzung „%1“ ist weder eine der Aufgabe %2 noch eine Datei</translation>
    </message>
    <message>
        <source>the first estimate %1 does not serve the task %2</source>
        <translation>die erste Schätzung %1 dient nicht der Aufgabe %2</translation>
    </message>
    <message>
        <source>the first estimate is %1 x %2 pixels, the result %3 x %4</source>
        <translation>die erste Schätzung hat %1 x %2 Pixel, das Ergebnis %3 x %4</translation>
    </message>
    <message>
        <source>the first level of the simple DDPM network has %1 channels instead of %2</source>
        <translation>die erste Stufe des einfachen DDPM-Netzes hat %1 Kanäle statt %2</translation>
    </message>
    <message>
        <source>the folder &quot;%1&quot; cannot be read: %2</source>
        <translation>der Ordner „%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>the folder &quot;%1&quot; holds fewer than two photos that can be used</source>
        <translation>der Ordner „%1“ enthält weniger als zwei brauchbare Fotos</translation>
    </message>
    <message>
        <source>the folder for recovery cannot be written: %1</source>
        <translation>der Ordner für die Wiederherstellung kann nicht beschrieben werden: %1</translation>
    </message>
    <message>
        <source>the folder of LibTorch is unknown</source>
        <translation>der Ordner von LibTorch ist unbekannt</translation>
    </message>
    <message>
        <source>the header of %1 lies outside the entries</source>
        <translation>der Kopf von %1 liegt außerhalb der Einträge</translation>
    </message>
    <message>
        <source>the host %1 was not found</source>
        <translation>der Rechner %1 wurde nicht gefunden</translation>
    </message>
    <message>
        <source>the id of an architecture</source>
        <translation>die Kennung einer Architektur</translation>
    </message>
    <message>
        <source>the last one is %1</source>
        <translation>das letzte ist %1</translation>
    </message>
    <message>
        <source>the last width must be a multiple of headWidth</source>
        <translation>die letzte Breite muss ein Vielfaches von headWidth sein</translation>
    </message>
    <message>
        <source>the level %1 has %2 channels, no multiple of %3</source>
        <translation>die Stufe %1 hat %2 Kanäle, kein Vielfaches von %3</translation>
    </message>
    <message>
        <source>the licence of %1 forbids commercial use: %2</source>
        <translation>die Lizenz von %1 verbietet den kommerziellen Gebrauch: %2</translation>
    </message>
    <message>
        <source>the map %1 would overwrite a picture of this run</source>
        <translation>die Karte %1 würde ein Bild dieses Laufs überschreiben</translation>
    </message>
    <message>
        <source>the maps cannot go to %1: %2 is not a folder</source>
        <translation>die Karten können nicht nach %1: %2 ist kein Ordner</translation>
    </message>
    <message>
        <source>the mask %1 has %2 pixels, but the picture has %3</source>
        <translation>die Maske %1 hat %2 Pixel, das Bild aber %3</translation>
    </message>
    <message>
        <source>the mask covers nothing, so there is nothing to restore</source>
        <translation>die Maske bedeckt nichts, also gibt es nichts zu restaurieren</translation>
    </message>
    <message>
        <source>the mask does not have the size of the picture, %1</source>
        <translation>die Maske hat nicht die Größe des Bildes, %1</translation>
    </message>
    <message>
        <source>the mask has another size than the picture</source>
        <translation>die Maske hat eine andere Größe als das Bild</translation>
    </message>
    <message>
        <source>the mask is %1 x %2 pixels, the picture %3 x %4</source>
        <translation>die Maske hat %1 x %2 Pixel, das Bild %3 x %4</translation>
    </message>
    <message>
        <source>the memory ran out; the run starts again in smaller pieces, one variant at a time</source>
        <translation>der Speicher ging aus; der Lauf beginnt noch einmal in kleineren Stücken, eine Variante nach der anderen</translation>
    </message>
    <message>
        <source>the method %1</source>
        <translation>das Verfahren %1</translation>
    </message>
    <message>
        <source>the method %1 does not serve the task %2</source>
        <translation>die Methode %1 dient nicht der Aufgabe %2</translation>
    </message>
    <message>
        <source>the method %1 takes no start, first estimate or t0</source>
        <translation>das Verfahren %1 nimmt keinen Start, keine erste Schätzung und kein t0</translation>
    </message>
    <message>
        <source>the model was damaged before it was saved: use another checkpoint</source>
        <translation>das Modell war schon beschädigt, als es gespeichert wurde: nehmen Sie einen anderen Checkpoint</translation>
    </message>
    <message>
        <source>the module %1 is not the convolution of the input</source>
        <translation>das Modul %1 ist nicht die Faltung der Eingabe</translation>
    </message>
    <message>
        <source>the module %1 is not the residual block that should be there</source>
        <translation>das Modul %1 ist nicht der Restblock, der dort sein sollte</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; holds control characters</source>
        <translation>der Name „%1“ enthält Steuerzeichen</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; is not plain UTF-8 text</source>
        <translation>der Name „%1“ ist kein reiner UTF-8-Text</translation>
    </message>
    <message>
        <source>the name %1 does not say in which format to write</source>
        <translation>der Name %1 sagt nicht, in welchem Format geschrieben werden soll</translation>
    </message>
    <message>
        <source>the name %1 is not a path inside an archive</source>
        <translation>der Name %1 ist kein Pfad innerhalb eines Archivs</translation>
    </message>
    <message>
        <source>the name of a file in the folder of the prior</source>
        <translation>der Name einer Datei im Ordner des Priors</translation>
    </message>
    <message>
        <source>the network of the prior &quot;%1&quot; maps %2 channels to %3, which does not fit its card (%4, %5 channels)</source>
        <translation>das Netz des Priors „%1“ bildet %2 Kanäle auf %3 ab, was nicht zu seiner Karte passt (%4, %5 Kanäle)</translation>
    </message>
    <message>
        <source>the network returned NaN or infinite values</source>
        <translation>das Netz lieferte Werte, die NaN oder unendlich sind</translation>
    </message>
    <message>
        <source>the noise level must be between 0 and 1 on pictures from 0 to 1</source>
        <translation>das Rauschen muss zwischen 0 und 1 liegen, bei Bildern von 0 bis 1</translation>
    </message>
    <message>
        <source>the noise of a picture below 32 px a side cannot be estimated</source>
        <translation>das Rauschen eines Bildes unter 32 px je Seite lässt sich nicht schätzen</translation>
    </message>
    <message>
        <source>the noise schedule does not fall from 1 towards 0 at every time</source>
        <translation>der Rauschplan fällt nicht zu jedem Zeitpunkt von 1 gegen 0</translation>
    </message>
    <message>
        <source>the noise schedule has no times</source>
        <translation>der Rauschplan hat keine Zeiten</translation>
    </message>
    <message>
        <source>the notes of the session in %1 are damaged</source>
        <translation>die Notizen der Sitzung in %1 sind beschädigt</translation>
    </message>
    <message>
        <source>the number of photons at white must be at least 1</source>
        <translation>die Zahl der Photonen bei Weiß muss mindestens 1 sein</translation>
    </message>
    <message>
        <source>the numerical library could not be loaded: %1</source>
        <translation>die Rechenbibliothek konnte nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>the output %1 is one of the inputs</source>
        <translation>die Ausgabe %1 ist eine der Eingaben</translation>
    </message>
    <message>
        <source>the picture %1 is too small to be made %2 times smaller</source>
        <translation>das Bild %1 ist zu klein, um %2-mal kleiner zu werden</translation>
    </message>
    <message>
        <source>the picture cannot be written as JPEG: %1</source>
        <translation>das Bild kann nicht als JPEG geschrieben werden: %1</translation>
    </message>
    <message>
        <source>the picture has %1 bit per pixel; it was converted to 8-bit grey</source>
        <translation>das Bild hat %1 Bit je Pixel; es wurde in Grau mit 8 Bit umgewandelt</translation>
    </message>
    <message>
        <source>the picture has NaN values; they count as black</source>
        <translation>das Bild hat NaN-Werte; sie gelten als Schwarz</translation>
    </message>
    <message>
        <source>the picture has a palette; it was converted to RGB</source>
        <translation>das Bild hat eine Farbpalette; es wurde in RGB umgewandelt</translation>
    </message>
    <message>
        <source>the picture has changed since: %1</source>
        <translation>das Bild hat sich seither geändert: %1</translation>
    </message>
    <message>
        <source>the picture has values below 0 or above 1, which are cut off where it is restored</source>
        <translation>das Bild hat Werte unter 0 oder über 1; sie werden abgeschnitten, wo es restauriert wird</translation>
    </message>
    <message>
        <source>the picture holds NaN or infinite values</source>
        <translation>das Bild enthält Werte, die NaN oder unendlich sind</translation>
    </message>
    <message>
        <source>the picture is in CMYK; it was converted to RGB without a colour profile, which changes its colours</source>
        <translation>das Bild ist in CMYK; es wurde ohne Farbprofil in RGB umgewandelt, was seine Farben verändert</translation>
    </message>
    <message>
        <source>the picture is sharper than this blur allows, so it is sharpened gently: try a smaller blur</source>
        <translation>das Bild ist schärfer, als diese Unschärfe erlaubt, und wird deshalb vorsichtig geschärft: versuchen Sie eine kleinere</translation>
    </message>
    <message>
        <source>the pixels of %1 agree, but another version or setting compressed the file</source>
        <translation>die Pixel von %1 stimmen überein, aber eine andere Version oder Einstellung hat die Datei komprimiert</translation>
    </message>
    <message>
        <source>the plot is an SVG drawing, and %1 is not named so</source>
        <translation>das Diagramm ist eine SVG-Zeichnung, und %1 heißt nicht so</translation>
    </message>
    <message>
        <source>the prior &quot;%1&quot; cannot be used</source>
        <translation>der Prior „%1“ kann nicht benutzt werden</translation>
    </message>
    <message>
        <source>the prior &quot;%1&quot; computes NaN or infinite values</source>
        <translation>der Prior „%1“ berechnet Werte, die NaN oder unendlich sind</translation>
    </message>
    <message>
        <source>the prior %1 is for pictures of %2 channels, and this has %3</source>
        <translation>der Prior %1 ist für Bilder mit %2 Kanälen, und dieses hat %3</translation>
    </message>
    <message>
        <source>the prior %1 is not for colour pictures</source>
        <translation>der Prior %1 ist nicht für Farbbilder</translation>
    </message>
    <message>
        <source>the prior %1 is of grey pictures and knows no colours</source>
        <translation>der Prior %1 ist von grauen Bildern und kennt keine Farben</translation>
    </message>
    <message>
        <source>the prior %1 is of the kind %2, this job needs %3</source>
        <translation>der Prior %1 ist von der Art %2, diese Arbeit braucht %3</translation>
    </message>
    <message>
        <source>the proxy was not found</source>
        <translation>der Proxy wurde nicht gefunden</translation>
    </message>
    <message>
        <source>the reason is given above</source>
        <translation>der Grund steht oben</translation>
    </message>
    <message>
        <source>the restoration</source>
        <translation>die Restaurierung</translation>
    </message>
    <message>
        <source>the restoration is described in version %1, and this program reads version %2</source>
        <translation>die Restaurierung ist in Version %1 beschrieben, und dieses Programm liest Version %2</translation>
    </message>
    <message>
        <source>the schedule in %1</source>
        <translation>der Rauschplan in %1</translation>
    </message>
    <message>
        <source>the sentence that tells what the licence forbids</source>
        <translation>der Satz, der sagt, was die Lizenz verbietet</translation>
    </message>
    <message>
        <source>the setting %1 had an invalid value; the default is used</source>
        <translation>die Einstellung %1 hatte einen ungültigen Wert; es gilt die Voreinstellung</translation>
    </message>
    <message>
        <source>the setting %1 is unknown; it is ignored</source>
        <translation>die Einstellung %1 ist unbekannt; sie wird ignoriert</translation>
    </message>
    <message>
        <source>the settings are not a JSON object; the defaults are used</source>
        <translation>die Einstellungen sind kein JSON-Objekt; es gelten die Voreinstellungen</translation>
    </message>
    <message>
        <source>the shape of %1 has more than 64 dimensions</source>
        <translation>die Form von %1 hat mehr als 64 Dimensionen</translation>
    </message>
    <message>
        <source>the shape of %1 is larger than memory can be</source>
        <translation>die Form von %1 ist größer, als Speicher sein kann</translation>
    </message>
    <message>
        <source>the shape of %1 is not a list</source>
        <translation>die Form von %1 ist keine Liste</translation>
    </message>
    <message>
        <source>the start &quot;estimate&quot; has no first estimate</source>
        <translation>dem Anfang „estimate“ fehlt die erste Schätzung</translation>
    </message>
    <message>
        <source>the storage &quot;%1&quot;</source>
        <translation>der Zahlenspeicher „%1“</translation>
    </message>
    <message>
        <source>the storage &quot;%1&quot; has another size than its pickle says</source>
        <translation>der Zahlenspeicher „%1“ hat eine andere Größe, als der Pickle angibt</translation>
    </message>
    <message>
        <source>the storage &quot;%1&quot; is described in two ways</source>
        <translation>der Zahlenspeicher „%1“ ist auf zwei Weisen beschrieben</translation>
    </message>
    <message>
        <source>the task %1</source>
        <translation>die Aufgabe %1</translation>
    </message>
    <message>
        <source>the task %1 needs a mask, and none is named</source>
        <translation>die Aufgabe %1 braucht eine Maske, und keine ist genannt</translation>
    </message>
    <message>
        <source>the task %1 takes no colour hints</source>
        <translation>die Aufgabe %1 nimmt keine Farbhinweise</translation>
    </message>
    <message>
        <source>the task %1 takes no mask</source>
        <translation>die Aufgabe %1 nimmt keine Maske</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; belongs to no layer of the network</source>
        <translation>der Tensor „%1“ gehört zu keiner Schicht des Netzes</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; has an impossible shape</source>
        <translation>der Tensor „%1“ hat eine unmögliche Form</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; has the shape %2 instead of %3</source>
        <translation>der Tensor „%1“ hat die Form %2 statt %3</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; holds NaN or infinite values: the prior is not saved</source>
        <translation>der Tensor „%1“ enthält Werte, die NaN oder unendlich sind: der Prior wird nicht gespeichert</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; is %2, but the rest of the network asks for %3</source>
        <translation>der Tensor „%1“ ist %2, aber der Rest des Netzes verlangt %3</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; is larger than the file</source>
        <translation>der Tensor „%1“ ist größer als die Datei</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; is missing</source>
        <translation>der Tensor „%1“ fehlt</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; is of the type %2, which weights never are</source>
        <translation>der Tensor „%1“ ist vom Typ %2, den Gewichte nie haben</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; of %2 holds NaN or infinite values</source>
        <translation>der Tensor „%1“ in %2 enthält Werte, die NaN oder unendlich sind</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; of %2 is not of the type %3 that card.json names</source>
        <translation>der Tensor „%1“ in %2 ist nicht vom Typ %3, den card.json nennt</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; of the checkpoint has another shape</source>
        <translation>der Tensor „%1“ des Checkpoints hat eine andere Form</translation>
    </message>
    <message>
        <source>the training</source>
        <translation>das Training</translation>
    </message>
    <message>
        <source>the training has diverged: its gradient is NaN or infinite</source>
        <translation>das Training ist divergiert: sein Gradient ist NaN oder unendlich</translation>
    </message>
    <message>
        <source>the transparency of the picture was dropped; its colours are those over black</source>
        <translation>die Transparenz des Bildes wurde verworfen; die Farben sind die über Schwarz</translation>
    </message>
    <message>
        <source>the trusted certificates cannot be read (%1)</source>
        <translation>die vertrauenswürdigen Zertifikate können nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>the two headers of &quot;%1&quot; do not agree</source>
        <translation>die beiden Köpfe von „%1“ stimmen nicht überein</translation>
    </message>
    <message>
        <source>the weights are those of a simple DDPM network of %1 levels</source>
        <translation>die Gewichte sind die eines einfachen DDPM-Netzes mit %1 Stufen</translation>
    </message>
    <message>
        <source>the weights file %1 is altered or incomplete: its SHA-256 is not the one in card.json</source>
        <translation>die Gewichtsdatei %1 ist verändert oder unvollständig: ihr SHA-256 ist nicht der aus card.json</translation>
    </message>
    <message>
        <source>the weights file %1 is missing</source>
        <translation>die Gewichtsdatei %1 fehlt</translation>
    </message>
    <message>
        <source>the weights hold no tensor &quot;%1&quot;</source>
        <translation>die Gewichte enthalten keinen Tensor „%1“</translation>
    </message>
    <message>
        <source>the weights hold the tensor &quot;%1&quot;, which a simple DDPM network has no place for</source>
        <translation>die Gewichte enthalten den Tensor „%1“, für den ein einfaches DDPM-Netz keinen Platz hat</translation>
    </message>
    <message>
        <source>the weights hold the tensor &quot;%1&quot;, which the network has no place for</source>
        <translation>die Gewichte enthalten den Tensor „%1“, für den das Netz keinen Platz hat</translation>
    </message>
    <message>
        <source>the weights lack the tensor &quot;%1&quot;</source>
        <translation>den Gewichten fehlt der Tensor „%1“</translation>
    </message>
    <message>
        <source>the weights of the prior &quot;%1&quot; do not fit its architecture: %2</source>
        <translation>die Gewichte des Priors „%1“ passen nicht zu seiner Architektur: %2</translation>
    </message>
    <message>
        <source>the zip64 field of &quot;%1&quot; is missing or too short</source>
        <translation>das Zip64-Feld von „%1“ fehlt oder ist zu kurz</translation>
    </message>
    <message>
        <source>there are %1, of which only %2 have a name</source>
        <translation>es sind %1, von denen nur %2 einen Namen haben</translation>
    </message>
    <message>
        <source>there are no grey weights &quot;%1&quot;</source>
        <translation>es gibt keine Grauwertgewichte „%1“</translation>
    </message>
    <message>
        <source>there are no pictures in %1</source>
        <translation>in %1 sind keine Bilder</translation>
    </message>
    <message>
        <source>there are only %1, and none is left for &quot;%2&quot;</source>
        <translation>es sind nur %1, und für „%2“ bleibt keiner übrig</translation>
    </message>
    <message>
        <source>there is a gap before the bytes of &quot;%1&quot;</source>
        <translation>vor den Bytes von „%1“ ist eine Lücke</translation>
    </message>
    <message>
        <source>there is a prior &quot;%1&quot; already</source>
        <translation>es gibt schon einen Prior „%1“</translation>
    </message>
    <message>
        <source>there is no %1 &quot;%2&quot;</source>
        <translation>%1 „%2“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is no %1 here, so another device computes</source>
        <translation>%1 gibt es hier nicht, darum rechnet ein anderes Gerät</translation>
    </message>
    <message>
        <source>there is no NVIDIA driver (%1)</source>
        <translation>es gibt keinen NVIDIA-Treiber (%1)</translation>
    </message>
    <message>
        <source>there is no device &quot;%1&quot;</source>
        <translation>es gibt kein Gerät „%1“</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>es gibt keine Datei %1</translation>
    </message>
    <message>
        <source>there is no file or folder %1</source>
        <translation>es gibt keine Datei und keinen Ordner %1</translation>
    </message>
    <message>
        <source>there is no file, folder or published model &quot;%1&quot;</source>
        <translation>es gibt weder eine Datei noch einen Ordner oder ein veröffentlichtes Modell „%1“</translation>
    </message>
    <message>
        <source>there is no folder %1</source>
        <translation>es gibt keinen Ordner %1</translation>
    </message>
    <message>
        <source>there is no parametrisation &quot;%1&quot;</source>
        <translation>es gibt keine Parametrisierung „%1“</translation>
    </message>
    <message>
        <source>there is no prior &quot;%1&quot;</source>
        <translation>es gibt keinen Prior „%1“</translation>
    </message>
    <message>
        <source>there is no prior of yours &quot;%1&quot; to remove</source>
        <translation>es gibt keinen Prior „%1“ von Ihnen, der entfernt werden könnte</translation>
    </message>
    <message>
        <source>there is no published preset &quot;%1&quot;</source>
        <translation>es gibt keine veröffentlichte Voreinstellung „%1“</translation>
    </message>
    <message>
        <source>there is no time label &quot;%1&quot;</source>
        <translation>es gibt keine Zeitangabe „%1“</translation>
    </message>
    <message>
        <source>there is no timestep spacing &quot;%1&quot;</source>
        <translation>es gibt keine Schrittverteilung „%1“</translation>
    </message>
    <message>
        <source>there is not enough free memory for this job</source>
        <translation>für diese Arbeit ist nicht genug Speicher frei</translation>
    </message>
    <message>
        <source>there is not enough free memory to show this picture</source>
        <translation>der freie Speicher reicht nicht, um dieses Bild zu zeigen</translation>
    </message>
    <message>
        <source>these are the weights of a prior of this program without their card.json</source>
        <translation>das sind die Gewichte eines Priors dieses Programms ohne ihre card.json</translation>
    </message>
    <message>
        <source>these choices do not fit the checkpoint: choose others</source>
        <translation>diese Antworten passen nicht zum Checkpoint: wählen Sie andere</translation>
    </message>
    <message>
        <source>this computer has no network connection</source>
        <translation>dieser Rechner hat keine Netzverbindung</translation>
    </message>
    <message>
        <source>this network does not fill holes: it has other channels than 7 and 3</source>
        <translation>dieses Netz füllt keine Löcher: es hat andere Kanäle als 7 und 3</translation>
    </message>
    <message>
        <source>this prior draws pictures of one class at a time and was given no class</source>
        <translation>dieser Prior malt immer Bilder einer Klasse, und es wurde keine genannt</translation>
    </message>
    <message>
        <source>this prior has no class %1</source>
        <translation>dieser Prior hat keine Klasse %1</translation>
    </message>
    <message>
        <source>this prior knows no classes and was given the class %1</source>
        <translation>dieser Prior kennt keine Klassen und bekam die Klasse %1</translation>
    </message>
    <message>
        <source>three numbers</source>
        <translation>drei Zahlen</translation>
    </message>
    <message>
        <source>timeWidth must be even, 0 to 4096</source>
        <translation>timeWidth muss gerade sein, 0 bis 4096</translation>
    </message>
    <message>
        <source>times modelChannels must be 1 to 4096 and a multiple of groups</source>
        <translation>mal modelChannels muss 1 bis 4096 und ein Vielfaches von groups sein</translation>
    </message>
    <message>
        <source>times modelChannels must be at most 4096</source>
        <translation>mal modelChannels muss höchstens 4096 sein</translation>
    </message>
    <message>
        <source>train again with a lower learning rate</source>
        <translation>trainieren Sie noch einmal mit einer kleineren Lernrate</translation>
    </message>
    <message>
        <source>train one with palimpsest train, or give the folder of one</source>
        <translation>trainieren Sie einen mit palimpsest train, oder geben Sie einen Ordner an</translation>
    </message>
    <message>
        <source>transformers are not supported as priors</source>
        <translation>Transformer werden nicht als Priors unterstützt</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>try again: the download resumes where it stopped</source>
        <translation>versuchen Sie es noch einmal: der Download geht weiter, wo er aufgehört hat</translation>
    </message>
    <message>
        <source>try later</source>
        <translation>versuchen Sie es später</translation>
    </message>
    <message>
        <source>try later or use another address</source>
        <translation>versuchen Sie es später, oder nehmen Sie eine andere Adresse</translation>
    </message>
    <message>
        <source>try later; a proxy may be in between</source>
        <translation>versuchen Sie es später; vielleicht steht ein Proxy dazwischen</translation>
    </message>
    <message>
        <source>try later; behind a firewall, set the proxy</source>
        <translation>versuchen Sie es später; hinter einer Firewall stellen Sie den Proxy ein</translation>
    </message>
    <message>
        <source>two numbers, the lower one first</source>
        <translation>zwei Zahlen, die kleinere zuerst</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>unknown network</source>
        <translation>unbekanntes Netz</translation>
    </message>
    <message>
        <source>unshuffle must be 1 to 8</source>
        <translation>unshuffle muss 1 bis 8 sein</translation>
    </message>
    <message>
        <source>upBlocks must be 1 to 16</source>
        <translation>upBlocks muss 1 bis 16 sein</translation>
    </message>
    <message>
        <source>usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>use %1</source>
        <translation>nehmen Sie %1</translation>
    </message>
    <message>
        <source>use --precision bf16 or fp32 on the CPU</source>
        <translation>nehmen Sie auf der CPU die Genauigkeit bf16 oder fp32</translation>
    </message>
    <message>
        <source>use 1 to %1 steps</source>
        <translation>nehmen Sie 1 bis %1 Schritte</translation>
    </message>
    <message>
        <source>use PNG, JPEG, TIFF, WebP, BMP or EXR</source>
        <translation>nehmen Sie PNG, JPEG, TIFF, WebP, BMP oder EXR</translation>
    </message>
    <message>
        <source>use a number above 0, at most 1</source>
        <translation>nehmen Sie eine Zahl über 0, höchstens 1</translation>
    </message>
    <message>
        <source>use a picture whose grey values are zero or above</source>
        <translation>nehmen Sie ein Bild, dessen Grauwerte nicht unter null liegen</translation>
    </message>
    <message>
        <source>use a picture with finite grey values</source>
        <translation>nehmen Sie ein Bild mit endlichen Grauwerten</translation>
    </message>
    <message>
        <source>use a smaller kernel or a larger picture</source>
        <translation>nehmen Sie einen kleineren Kern oder ein größeres Bild</translation>
    </message>
    <message>
        <source>use a smaller or compressed file</source>
        <translation>nehmen Sie eine kleinere oder komprimierte Datei</translation>
    </message>
    <message>
        <source>use a t0 below 1, or leave the estimate to auto</source>
        <translation>nehmen Sie ein t0 unter 1, oder lassen Sie die Schätzung auf auto</translation>
    </message>
    <message>
        <source>use a t0 between 0.01 and 1, or --method fill</source>
        <translation>nehmen Sie ein t0 zwischen 0,01 und 1 oder die Methode „Füllnetz“</translation>
    </message>
    <message>
        <source>use another address</source>
        <translation>nehmen Sie eine andere Adresse</translation>
    </message>
    <message>
        <source>use another kernel, or a blur by name such as gaussian:2.5</source>
        <translation>nehmen Sie einen anderen Kern oder eine benannte Unschärfe wie gaussian:2.5</translation>
    </message>
    <message>
        <source>use another picture</source>
        <translation>nehmen Sie ein anderes Bild</translation>
    </message>
    <message>
        <source>use another prior</source>
        <translation>nehmen Sie einen anderen Prior</translation>
    </message>
    <message>
        <source>use another prior: this one was damaged before it was saved</source>
        <translation>nehmen Sie einen anderen Prior: dieser war schon beschädigt, als er gespeichert wurde</translation>
    </message>
    <message>
        <source>use at least %1 px a side, or a smaller factor</source>
        <translation>nehmen Sie mindestens %1 px je Seite oder einen kleineren Faktor</translation>
    </message>
    <message>
        <source>use at most 64 lower case letters, digits and hyphens</source>
        <translation>nehmen Sie höchstens 64 Kleinbuchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>use auto, cpu, cuda or cuda:N</source>
        <translation>nehmen Sie auto, cpu, cuda oder cuda:N</translation>
    </message>
    <message>
        <source>use cpu or auto</source>
        <translation>nehmen Sie cpu oder auto</translation>
    </message>
    <message>
        <source>use gaussian:SIGMA, motion:LENGTH,ANGLE, disk:RADIUS, or the path of a picture</source>
        <translation>nehmen Sie gaussian:SIGMA, motion:LÄNGE,WINKEL, disk:RADIUS oder den Pfad eines Bildes</translation>
    </message>
    <message>
        <source>use the program that wrote it</source>
        <translation>nehmen Sie das Programm, das sie geschrieben hat</translation>
    </message>
    <message>
        <source>wait an hour and try again</source>
        <translation>warten Sie eine Stunde, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>wait for the other download, or stop it</source>
        <translation>warten Sie auf das andere Herunterladen, oder halten Sie es an</translation>
    </message>
    <message>
        <source>weights that are added to those of another model (LoRA)</source>
        <translation>Gewichte, die zu denen eines anderen Modells addiert werden (LoRA)</translation>
    </message>
    <message>
        <source>what %1 offers is not the expected file: it has %2 bytes, not %3</source>
        <translation>was %1 anbietet, ist nicht die erwartete Datei: sie hat %2 Bytes, nicht %3</translation>
    </message>
    <message>
        <source>widths must have 1 to 8 entries</source>
        <translation>widths muss 1 bis 8 Einträge haben</translation>
    </message>
    <message>
        <source>write gaussian:SIGMA, motion:LENGTH,ANGLE or disk:RADIUS, such as gaussian:2.5</source>
        <translation>schreiben Sie gaussian:SIGMA, motion:LÄNGE,WINKEL oder disk:RADIUS, etwa gaussian:2.5</translation>
    </message>
    <message>
        <source>write {&quot;schedule&quot;: &quot;cosine&quot;}, or remove it</source>
        <translation>schreiben Sie {&quot;schedule&quot;: &quot;cosine&quot;}, oder entfernen Sie sie</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>%1 holds no transparency: the picture was put over white</source>
        <translation>%1 kennt keine Transparenz: Das Bild wurde auf Weiß gelegt</translation>
    </message>
    <message>
        <source>%1 holds pieces of a checkpoint without their index</source>
        <translation>%1 enthält Teile eines Checkpoints ohne deren Index</translation>
    </message>
    <message>
        <source>%1 is an EXR without the channels R, G and B or Y</source>
        <translation>%1 ist ein EXR ohne die Kanäle R, G und B oder Y</translation>
    </message>
    <message>
        <source>%1 is damaged, or a kind of EXR that cannot be decoded</source>
        <translation>%1 ist beschädigt oder eine Art von EXR, die nicht dekodiert werden kann</translation>
    </message>
    <message>
        <source>%1 is damaged, or a kind of TIFF that cannot be decoded</source>
        <translation>%1 ist beschädigt oder eine Art von TIFF, die nicht dekodiert werden kann</translation>
    </message>
    <message>
        <source>%1 is damaged: its pixels are not what its header says</source>
        <translation>%1 ist beschädigt: Die Pixel sind nicht, was der Dateikopf sagt</translation>
    </message>
    <message>
        <source>%1 is damaged: its pixels cannot be decoded</source>
        <translation>%1 ist beschädigt: Die Pixel können nicht dekodiert werden</translation>
    </message>
    <message>
        <source>%1 is no index of a checkpoint in pieces</source>
        <translation>%1 ist kein Index eines Checkpoints in Teilen</translation>
    </message>
    <message>
        <source>Of the files in the folder, %1 is taken.</source>
        <translation>Von den Dateien im Ordner wird %1 genommen.</translation>
    </message>
    <message>
        <source>a numpy type in its pickle has no name</source>
        <translation>ein NumPy-Typ in ihrem Pickle hat keinen Namen</translation>
    </message>
    <message>
        <source>channels of different depths</source>
        <translation>Kanälen verschiedener Tiefe</translation>
    </message>
    <message>
        <source>choose another format, such as PNG</source>
        <translation>wählen Sie ein anderes Format, etwa PNG</translation>
    </message>
    <message>
        <source>choose another format, such as TIFF</source>
        <translation>wählen Sie ein anderes Format, etwa TIFF</translation>
    </message>
    <message>
        <source>download or export all pieces again</source>
        <translation>laden oder exportieren Sie alle Teile noch einmal</translation>
    </message>
    <message>
        <source>grey of few bits and another channel</source>
        <translation>Grau aus wenigen Bits und einem weiteren Kanal</translation>
    </message>
    <message>
        <source>how the picture was compressed is not known: it is no JPEG file, or one of an unusual kind, such as CMYK</source>
        <translation>es ist nicht bekannt, wie das Bild komprimiert wurde: Es ist keine JPEG-Datei oder eine ungewöhnlicher Art, etwa CMYK</translation>
    </message>
    <message>
        <source>inverted floats, or a palette, CMYK or YCbCr of more than 8 bits</source>
        <translation>umgekehrten Gleitkommazahlen oder einer Palette, CMYK oder YCbCr mit mehr als 8 Bit</translation>
    </message>
    <message>
        <source>its weights are in the Python object %1, which only running its code could make</source>
        <translation>ihre Gewichte sind im Python-Objekt %1, das nur durch Ausführen seines Codes entstehen könnte</translation>
    </message>
    <message>
        <source>name the folder or the file of the weights</source>
        <translation>nennen Sie den Ordner oder die Datei der Gewichte</translation>
    </message>
    <message>
        <source>put all pieces into one folder</source>
        <translation>legen Sie alle Teile in einen Ordner</translation>
    </message>
    <message>
        <source>put the file that ends in .index.json beside them</source>
        <translation>legen Sie die Datei dazu, die auf .index.json endet</translation>
    </message>
    <message>
        <source>save its colours in channels of these names</source>
        <translation>speichern Sie die Farben in Kanälen dieser Namen</translation>
    </message>
    <message>
        <source>signed numbers</source>
        <translation>Zahlen mit Vorzeichen</translation>
    </message>
    <message>
        <source>the EXIF data of the picture are longer than 64 KiB; left out: %1</source>
        <translation>die EXIF-Daten des Bildes sind länger als 64 KiB; weggelassen: %1</translation>
    </message>
    <message>
        <source>the EXIF data of the picture do not fit into the file and were left out</source>
        <translation>die EXIF-Daten des Bildes passen nicht in die Datei und wurden weggelassen</translation>
    </message>
    <message>
        <source>the IPTC data of the picture do not fit into the file and were left out</source>
        <translation>die IPTC-Daten des Bildes passen nicht in die Datei und wurden weggelassen</translation>
    </message>
    <message>
        <source>the XMP data of the picture do not fit into the file and were left out</source>
        <translation>die XMP-Daten des Bildes passen nicht in die Datei und wurden weggelassen</translation>
    </message>
    <message>
        <source>the checkpoint is in pieces, and %1 is not beside its index %2</source>
        <translation>der Checkpoint ist in Teilen, und %1 liegt nicht neben seinem Index %2</translation>
    </message>
    <message>
        <source>the colour profile of the picture does not fit into the file: its colours will be taken for sRGB</source>
        <translation>das Farbprofil des Bildes passt nicht in die Datei: Seine Farben werden für sRGB gehalten werden</translation>
    </message>
    <message>
        <source>the colour profile of the picture is for other colours than it has; it was dropped and its colours are taken for sRGB</source>
        <translation>das Farbprofil des Bildes gilt für andere Farben, als es hat; es wurde verworfen, und die Farben gelten als sRGB</translation>
    </message>
    <message>
        <source>the file speaks of a gain map, video or other data beside the picture, which are not kept</source>
        <translation>die Datei spricht von einer Gain-Map, einem Video oder anderen Daten neben dem Bild, die nicht erhalten bleiben</translation>
    </message>
    <message>
        <source>the picture cannot be written as OpenEXR</source>
        <translation>das Bild kann nicht als OpenEXR geschrieben werden</translation>
    </message>
    <message>
        <source>the picture cannot be written as PNG</source>
        <translation>das Bild kann nicht als PNG geschrieben werden</translation>
    </message>
    <message>
        <source>the picture cannot be written as TIFF</source>
        <translation>das Bild kann nicht als TIFF geschrieben werden</translation>
    </message>
    <message>
        <source>the picture cannot be written as WebP, which holds 16383 pixels a side</source>
        <translation>das Bild kann nicht als WebP geschrieben werden, das 16383 Pixel je Seite fasst</translation>
    </message>
    <message>
        <source>the picture has a fourth byte that its header does not call transparency; it was read as opaque</source>
        <translation>das Bild hat ein viertes Byte, das der Dateikopf nicht Transparenz nennt; es wurde als deckend gelesen</translation>
    </message>
    <message>
        <source>the picture is grey but its colour profile is for RGB; a grey profile with the same tones takes its place</source>
        <translation>das Bild ist grau, aber sein Farbprofil gilt für RGB; ein Grauprofil mit denselben Tönen tritt an seine Stelle</translation>
    </message>
    <message>
        <source>the picture says a gamma or primaries (gAMA, cHRM) that make no colour space; its colours are taken for sRGB</source>
        <translation>das Bild nennt ein Gamma oder Grundfarben (gAMA, cHRM), die keinen Farbraum ergeben; seine Farben gelten als sRGB</translation>
    </message>
    <message>
        <source>the picture says that all of it is transparent; it was read as opaque</source>
        <translation>das Bild nennt sich ganz und gar transparent; es wurde als deckend gelesen</translation>
    </message>
    <message>
        <source>the picture says that its colours are HDR (cICP); they are taken for sRGB, and the result does not say it</source>
        <translation>das Bild nennt seine Farben HDR (cICP); sie gelten als sRGB, und das Ergebnis nennt sie nicht so</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; is in two pieces of the checkpoint</source>
        <translation>der Tensor „%1“ ist in zwei Teilen des Checkpoints</translation>
    </message>
    <message>
        <source>%1 is damaged: its pixels are not all there</source>
        <translation>%1 ist beschädigt: Die Pixel sind nicht alle da</translation>
    </message>
    <message>
        <source>%1 blocks of Fourier convolutions: it sees the whole picture at once.</source>
        <translation>%1 Blöcke von Fourier-Faltungen: es sieht das ganze Bild auf einmal.</translation>
    </message>
    <message>
        <source>%1 convolutions of %2 channels.</source>
        <translation>%1 Faltungen mit %2 Kanälen.</translation>
    </message>
    <message>
        <source>%1 residual in residual dense blocks of %2 channels.</source>
        <translation>%1 geschachtelte dichte Restblöcke mit %2 Kanälen.</translation>
    </message>
    <message>
        <source>%1 restores pictures and draws none by itself</source>
        <translation>%1 restauriert Bilder und zeichnet selbst keine</translation>
    </message>
    <message>
        <source>DRUNet, as DPIR saves it</source>
        <translation>DRUNet, wie DPIR es speichert</translation>
    </message>
    <message>
        <source>It enlarges by %1.</source>
        <translation>Es vergrößert auf das %1-fache.</translation>
    </message>
    <message>
        <source>It is told how strong the noise is.</source>
        <translation>Ihm wird gesagt, wie stark das Rauschen ist.</translation>
    </message>
    <message>
        <source>It keeps the size of the picture.</source>
        <translation>Es behält die Größe des Bildes.</translation>
    </message>
    <message>
        <source>It makes first estimates for %1, and is a method of its own there.</source>
        <translation>Es macht erste Schätzungen für %1 und ist dort eine eigene Methode.</translation>
    </message>
    <message>
        <source>LaMa with fast Fourier convolutions</source>
        <translation>LaMa mit schnellen Fourier-Faltungen</translation>
    </message>
    <message>
        <source>NAFNet, as its authors save it</source>
        <translation>NAFNet, wie seine Autoren es speichern</translation>
    </message>
    <message>
        <source>RRDBNet, as ESRGAN and Real-ESRGAN save it</source>
        <translation>RRDBNet, wie ESRGAN und Real-ESRGAN es speichern</translation>
    </message>
    <message>
        <source>SCUNet, as its authors save it</source>
        <translation>SCUNet, wie seine Autoren es speichern</translation>
    </message>
    <message>
        <source>SRVGGNetCompact, as Real-ESRGAN saves its small models</source>
        <translation>SRVGGNetCompact, wie Real-ESRGAN seine kleinen Modelle speichert</translation>
    </message>
    <message>
        <source>What was it trained to take out of pictures?</source>
        <translation>Was aus Bildern zu nehmen, hat es gelernt?</translation>
    </message>
    <message>
        <source>a list as long as the one of encoders</source>
        <translation>eine Liste, so lang wie die der encoders</translation>
    </message>
    <message>
        <source>a list of four numbers from 1 to 4096</source>
        <translation>eine Liste von vier Zahlen von 1 bis 4096</translation>
    </message>
    <message>
        <source>a list of one to eight numbers from 0 to 256</source>
        <translation>eine Liste von einer bis acht Zahlen von 0 bis 256</translation>
    </message>
    <message>
        <source>a list of seven numbers from 0 to 64</source>
        <translation>eine Liste von sieben Zahlen von 0 bis 64</translation>
    </message>
    <message>
        <source>a list of tasks</source>
        <translation>eine Liste von Aufgaben</translation>
    </message>
    <message>
        <source>a power of 2 that is at most the enlargement</source>
        <translation>eine Zweierpotenz, höchstens die Vergrößerung</translation>
    </message>
    <message>
        <source>add it, and try it on a picture</source>
        <translation>fügen Sie es hinzu, und versuchen Sie es an einem Bild</translation>
    </message>
    <message>
        <source>bytes follow after its last layer</source>
        <translation>nach der letzten Schicht folgen noch Bytes</translation>
    </message>
    <message>
        <source>half the features, or a part of that</source>
        <translation>die Hälfte der features oder ein Teiler davon</translation>
    </message>
    <message>
        <source>it does not begin with its magic number and the number of its layers</source>
        <translation>sie beginnt nicht mit ihrer Kennzahl und der Zahl ihrer Schichten</translation>
    </message>
    <message>
        <source>it ends before its last layer</source>
        <translation>sie endet vor der letzten Schicht</translation>
    </message>
    <message>
        <source>it ends inside of &quot;%1&quot;</source>
        <translation>sie endet mitten in „%1“</translation>
    </message>
    <message>
        <source>it has %1 tensors, and the network that it looks like has %2</source>
        <translation>es hat %1 Tensoren, und das Netz, nach dem es aussieht, hat %2</translation>
    </message>
    <message>
        <source>it has fewer layers than it says</source>
        <translation>sie hat weniger Schichten, als sie angibt</translation>
    </message>
    <message>
        <source>it has more than 100000 layers</source>
        <translation>sie hat mehr als 100000 Schichten</translation>
    </message>
    <message>
        <source>it sees %1 channels and gives %2: it is not told the noise, and such networks are not known</source>
        <translation>es sieht %1 Kanäle und gibt %2: ihm wird das Rauschen nicht gesagt, und solche Netze sind nicht bekannt</translation>
    </message>
    <message>
        <source>it serves %1</source>
        <translation>es dient %1</translation>
    </message>
    <message>
        <source>its %1 convolutions are no residual in residual dense blocks</source>
        <translation>seine %1 Faltungen sind keine geschachtelten dichten Restblöcke</translation>
    </message>
    <message>
        <source>its layer &quot;%1&quot; is of the kind %2, which is not read</source>
        <translation>ihre Schicht „%1“ ist von der Art %2, die nicht gelesen wird</translation>
    </message>
    <message>
        <source>its layers are no chain of convolutions and activations</source>
        <translation>seine Schichten sind keine Kette von Faltungen und Aktivierungen</translation>
    </message>
    <message>
        <source>less than half of the tile</source>
        <translation>weniger als die Hälfte der Kachel</translation>
    </message>
    <message>
        <source>the first estimate</source>
        <translation>die erste Schätzung</translation>
    </message>
    <message>
        <source>the layer &quot;%1&quot; has no possible size</source>
        <translation>die Schicht „%1“ hat keine mögliche Größe</translation>
    </message>
    <message>
        <source>the layer &quot;%1&quot; holds numbers of less than 16 bits, which are not read</source>
        <translation>die Schicht „%1“ enthält Zahlen von weniger als 16 Bit, die nicht gelesen werden</translation>
    </message>
    <message>
        <source>the line &quot;%1&quot; describes no layer</source>
        <translation>die Zeile „%1“ beschreibt keine Schicht</translation>
    </message>
    <message>
        <source>the network of the prior &quot;%1&quot; enlarges by %2, which does not fit its card (%3)</source>
        <translation>das Netz des Priors „%1“ vergrößert auf das %2-fache, was nicht zu seiner Karte passt (%3)</translation>
    </message>
    <message>
        <source>the restorer &quot;%1&quot; computes NaN or infinite values</source>
        <translation>das Restaurierungsnetz „%1“ rechnet NaN oder unendliche Werte aus</translation>
    </message>
    <message>
        <source>the restorer %1 does not serve the task %2</source>
        <translation>das Restaurierungsnetz %1 dient der Aufgabe %2 nicht</translation>
    </message>
    <message>
        <source>use another one, or fp32 instead of 16 bits</source>
        <translation>nehmen Sie ein anderes, oder fp32 statt 16 Bit</translation>
    </message>
</context>
<context>
    <name>EngineChoices</name>
    <message>
        <source>%1 (suggested)</source>
        <translation>%1 (empfohlen)</translation>
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
    <message>
        <source>&amp;Task</source>
        <translation>Auf&amp;gabe</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>V&amp;orgaben</translation>
    </message>
    <message>
        <source>How Su&amp;re</source>
        <translation>Wie s&amp;icher</translation>
    </message>
    <message>
        <source>C&amp;olour Hints</source>
        <translation>Farb&amp;hinweise</translation>
    </message>
    <message>
        <source>&amp;Priors</source>
        <translation>&amp;Priors</translation>
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
    <name>PriorFit</name>
    <message>
        <source>It fills holes in one step and cannot be sampled from; it makes first estimates.</source>
        <translation>Er füllt Löcher in einem Schritt und kann keine Stichproben ziehen; er macht erste Schätzungen.</translation>
    </message>
    <message>
        <source>It is not a diffusion prior.</source>
        <translation>Er ist kein Diffusions-Prior.</translation>
    </message>
    <message>
        <source>First estimates for inpainting</source>
        <translation>Erste Schätzungen zum Ausfüllen</translation>
    </message>
    <message>
        <source>No task</source>
        <translation>Keine Aufgabe</translation>
    </message>
    <message>
        <source>It was made for pictures of exactly this size.</source>
        <translation>Er ist für Bilder genau dieser Größe gemacht.</translation>
    </message>
    <message>
        <source>It takes pictures of any size and is quick.</source>
        <translation>Er nimmt Bilder jeder Größe und ist schnell.</translation>
    </message>
    <message>
        <source>It is the first that fits.</source>
        <translation>Er ist der erste, der passt.</translation>
    </message>
    <message>
        <source>It draws pictures of %1 channels; the tasks need 3, or 1 for each by itself.</source>
        <translation>Er zeichnet Bilder mit %1 Kanälen; die Aufgaben brauchen 3, oder 1 für jeden einzeln.</translation>
    </message>
    <message>
        <source>It knows grey pictures alone, and this task finds colours.</source>
        <translation>Er kennt nur graue Bilder, und diese Aufgabe findet Farben.</translation>
    </message>
    <message>
        <source>It draws pictures of one of %1 classes: give the number of one under Advanced, Class.</source>
        <translation>Er zeichnet Bilder aus einer von %1 Klassen: geben Sie unter Erweitert, Klasse die Nummer einer an.</translation>
    </message>
    <message>
        <source>It restores in one step and cannot be sampled from; it makes first estimates.</source>
        <translation>Es restauriert in einem Schritt und kann keine Stichproben ziehen; es macht erste Schätzungen.</translation>
    </message>
</context>
<context>
    <name>PriorText</name>
    <message>
        <source>Diffusion prior</source>
        <translation>Diffusions-Prior</translation>
    </message>
    <message>
        <source>Fill network</source>
        <translation>Füllnetz</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>%1 (grey)</source>
        <translation>%1 (Grau)</translation>
    </message>
    <message>
        <source>%1 (colours)</source>
        <translation>%1 (Farben)</translation>
    </message>
    <message>
        <source>Feed-forward restorer</source>
        <translation>Restaurierungsnetz</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
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
    <message>
        <source>%1 million</source>
        <translation>%1 Millionen</translation>
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
        <source>This network alone, in one pass; as a first estimate of the default it gains the data&apos;s own detail.</source>
        <translation>Dieses Netz allein, in einem Durchgang; als erste Schätzung der Voreinstellung gewinnt es, was die Daten selbst zeigen.</translation>
    </message>
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
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Detailliert</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glatt</translation>
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
        <source>How one step goes from a noise level to the next.</source>
        <translation>Wie ein Schritt von einem Rauschpegel zum nächsten geht.</translation>
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
        <source>Projection</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>A grey picture is halved until its shorter side is no longer than this; 0: never.</source>
        <translation>Ein graues Bild wird halbiert, bis seine kürzere Seite nicht länger ist als dies; 0: nie.</translation>
    </message>
    <message>
        <source>Evaluations of the network at each of the larger sizes.</source>
        <translation>Netzauswertungen bei jeder der größeren Größen.</translation>
    </message>
    <message>
        <source>Pyramid mean</source>
        <translation>Mittel der Pyramide</translation>
    </message>
    <message>
        <source>Pyramid side</source>
        <translation>Seite der Pyramide</translation>
    </message>
    <message>
        <source>Pyramid steps</source>
        <translation>Schritte der Pyramide</translation>
    </message>
    <message>
        <source>Pyramid t0</source>
        <translation>t0 der Pyramide</translation>
    </message>
    <message>
        <source>Samples of the smallest size whose mean the larger sizes start from.</source>
        <translation>Varianten der kleinsten Größe, von deren Mittel die größeren ausgehen.</translation>
    </message>
    <message>
        <source>Where the larger sizes start, of the schedule; 0: they take the colours of the smaller one.</source>
        <translation>Wo die größeren Größen beginnen, im Zeitplan; 0: Sie übernehmen die Farben der kleineren.</translation>
    </message>
    <message>
        <source>Pyramid radius</source>
        <translation>Radius der Pyramide</translation>
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
        <source>The feed-forward network alone, coarse to fine: one answer, in seconds.</source>
        <translation>Das Füllnetz allein, von grob zu fein: eine Antwort, in Sekunden.</translation>
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
    <message>
        <source>A few conjugate-gradient steps towards the measurement on every estimate (Chung 2024); no gradient.</source>
        <translation>Einige Schritte konjugierter Gradienten zur Messung hin an jeder Schätzung (Chung 2024); ohne Gradienten des Netzes.</translation>
    </message>
    <message>
        <source>A gradient step on every estimate, not through the network (He 2024); no gradient of the network.</source>
        <translation>Ein Gradientenschritt an jeder Schätzung, nicht durch das Netz (He 2024); ohne Gradienten des Netzes.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Flächenmittel</translation>
    </message>
    <message>
        <source>As fsr with smaller blocks and more rounds; fifty times slower.</source>
        <translation>Wie fsr mit kleineren Blöcken und mehr Runden; fünfzigmal langsamer.</translation>
    </message>
    <message>
        <source>BM3D</source>
        <translation>BM3D</translation>
    </message>
    <message>
        <source>Exemplar</source>
        <translation>Exemplar</translation>
    </message>
    <message>
        <source>Copies patches of the rest of the picture that fit: textures stay textures, also in large holes.</source>
        <translation>Kopiert passende Stücke aus dem übrigen Bild: Texturen bleiben Texturen, auch in großen Löchern.</translation>
    </message>
    <message>
        <source>How the default fills: smooth, the likeliest answer, or detailed, with texture of the rest of the picture; auto is smooth in thin holes and detailed in wide ones.</source>
        <translation>Wie von selbst gefüllt wird: glatt (smooth), mit der wahrscheinlichsten Antwort, oder detailliert (detailed), mit Textur des übrigen Bildes; auto ist glatt in dünnen Löchern und detailliert in breiten.</translation>
    </message>
    <message>
        <source>Filters groups of similar blocks together: keeps fine detail best of the classical methods, leaves faint patterns in strong noise.</source>
        <translation>Filtert Gruppen ähnlicher Blöcke gemeinsam: erhält feine Einzelheiten am besten von den klassischen Methoden, lässt bei starkem Rauschen schwache Muster zurück.</translation>
    </message>
    <message>
        <source>how much noise is taken out, relative to what the picture has</source>
        <translation>wie viel Rauschen entfernt wird, gemessen an dem, was das Bild hat</translation>
    </message>
    <message>
        <source>Averages places of the picture that look alike: keeps repeated detail, leaves rare detail noisy.</source>
        <translation>Mittelt Stellen des Bildes, die einander gleichen: erhält wiederholte Einzelheiten, lässt seltene verrauscht.</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bikubisch</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>Kreisförmig</translation>
    </message>
    <message>
        <source>Classical rounds</source>
        <translation>Klassische Runden</translation>
    </message>
    <message>
        <source>Classical strength</source>
        <translation>Klassische Stärke</translation>
    </message>
    <message>
        <source>Colorize</source>
        <translation>Kolorieren</translation>
    </message>
    <message>
        <source>Colour spreading</source>
        <translation>Farbausbreitung</translation>
    </message>
    <message>
        <source>Continues lines of equal brightness into the hole as a fluid would; quick.</source>
        <translation>Setzt Linien gleicher Helligkeit ins Loch fort, wie eine Flüssigkeit es täte; schnell.</translation>
    </message>
    <message>
        <source>DAPS</source>
        <translation>DAPS</translation>
    </message>
    <message>
        <source>DDRM</source>
        <translation>DDRM</translation>
    </message>
    <message>
        <source>DDS</source>
        <translation>DDS</translation>
    </message>
    <message>
        <source>Deblur</source>
        <translation>Schärfen</translation>
    </message>
    <message>
        <source>Decoupled noise annealing (Zhang 2024): a short run of its own for every estimate; thorough, many evaluations.</source>
        <translation>Entkoppeltes Abkühlen des Rauschens (Zhang 2024): ein eigener kurzer Lauf für jede Schätzung; gründlich, viele Auswertungen.</translation>
    </message>
    <message>
        <source>Degrade</source>
        <translation>Beschädigen</translation>
    </message>
    <message>
        <source>Denoise</source>
        <translation>Entrauschen</translation>
    </message>
    <message>
        <source>DiffPIR</source>
        <translation>DiffPIR</translation>
    </message>
    <message>
        <source>Diffusion posterior sampling (Chung 2023): a gradient step after every step; two to three times the time.</source>
        <translation>Diffusion Posterior Sampling (Chung 2023): ein Gradientenschritt nach jedem Schritt; zwei- bis dreifache Zeit.</translation>
    </message>
    <message>
        <source>Downsampling</source>
        <translation>Verkleinerung</translation>
    </message>
    <message>
        <source>Enlarges by a windowed sinc: sharp and quick, with faint rings along edges.</source>
        <translation>Vergrößert mit einem gefensterten Sinc: scharf und schnell, mit schwachen Ringen an Kanten.</translation>
    </message>
    <message>
        <source>Enlarges by cubic convolution: quick, a little softer than Lanczos, with fewer rings.</source>
        <translation>Vergrößert durch kubische Faltung: schnell, etwas weicher als Lanczos, mit weniger Ringen.</translation>
    </message>
    <message>
        <source>Evaluations for the estimate in each step: 1 takes the denoiser&apos;s, more make it sharper.</source>
        <translation>Auswertungen für die Schätzung in jedem Schritt: 1 nimmt die des Entrauschers, mehr machen sie schärfer.</translation>
    </message>
    <message>
        <source>Every estimate is balanced against the measurement by their noise (Zhu 2023); no gradient.</source>
        <translation>Jede Schätzung wird nach ihrem Rauschen mit der Messung ausgeglichen (Zhu 2023); ohne Gradienten.</translation>
    </message>
    <message>
        <source>Extrapolates textures from their frequencies; seconds to a minute, best of these on large holes.</source>
        <translation>Setzt Texturen aus ihren Frequenzen fort; Sekunden bis eine Minute, das beste von diesen bei großen Löchern.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Fixed weight of the measurement, as published; 0: from the noise and the step.</source>
        <translation>Festes Gewicht der Messung, wie veröffentlicht; 0: aus Rauschen und Schritt.</translation>
    </message>
    <message>
        <source>Frequency selective</source>
        <translation>Frequenzselektiv</translation>
    </message>
    <message>
        <source>Frequency selective, thorough</source>
        <translation>Frequenzselektiv, gründlich</translation>
    </message>
    <message>
        <source>Gives colours to a grey picture; strokes of known colour are kept to.</source>
        <translation>Gibt einem grauen Bild Farben; an Striche bekannter Farbe hält es sich.</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Guidance eta</source>
        <translation>Führung: eta</translation>
    </message>
    <message>
        <source>Guidance gamma</source>
        <translation>Führung: gamma</translation>
    </message>
    <message>
        <source>Guidance iterations</source>
        <translation>Führung: Iterationen</translation>
    </message>
    <message>
        <source>Guidance lambda</source>
        <translation>Führung: lambda</translation>
    </message>
    <message>
        <source>Guidance noise aware</source>
        <translation>Führung: beachtet Rauschen</translation>
    </message>
    <message>
        <source>Guidance ode steps</source>
        <translation>Führung: Schritte der Schätzung</translation>
    </message>
    <message>
        <source>Guidance picture deviation</source>
        <translation>Führung: Streuung der Bilder</translation>
    </message>
    <message>
        <source>Guidance travel length</source>
        <translation>Führung: Länge der Rückreise</translation>
    </message>
    <message>
        <source>Guidance travel repeats</source>
        <translation>Führung: Wiederholungen</translation>
    </message>
    <message>
        <source>How often each such stretch is walked: 1 is once, without going back.</source>
        <translation>Wie oft jede solche Strecke gegangen wird: 1 ist einmal, ohne zurückzugehen.</translation>
    </message>
    <message>
        <source>How the small picture came about.</source>
        <translation>Wie das kleine Bild entstanden ist.</translation>
    </message>
    <message>
        <source>Iterations of conjugate gradients in each step; they cost no evaluations.</source>
        <translation>Iterationen konjugierter Gradienten in jedem Schritt; sie kosten keine Auswertungen.</translation>
    </message>
    <message>
        <source>Keep colours</source>
        <translation>Farben behalten</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
    <message>
        <source>Leaves the picture grey: what every colorization has to beat.</source>
        <translation>Lässt das Bild grau: was jede Kolorierung übertreffen muss.</translation>
    </message>
    <message>
        <source>Length of the step in units of the best one along the gradient.</source>
        <translation>Länge des Schritts, gemessen am besten entlang des Gradienten.</translation>
    </message>
    <message>
        <source>Looks for even areas with sharp edges: cleans and deblurs firmly, flattens fine texture.</source>
        <translation>Sucht gleichmäßige Flächen mit scharfen Kanten: reinigt und schärft kräftig, glättet feine Textur.</translation>
    </message>
    <message>
        <source>MPGD</source>
        <translation>MPGD</translation>
    </message>
    <message>
        <source>Makes a picture 2, 4 or 8 times larger, with the detail that fits.</source>
        <translation>Macht ein Bild 2-, 4- oder 8-mal größer, mit den Einzelheiten, die passen.</translation>
    </message>
    <message>
        <source>Manifold constrained gradients (Chung, Sim 2022): projection by the noise, and gradient; two to three times the time.</source>
        <translation>Gradienten auf der Mannigfaltigkeit (Chung, Sim 2022): Projektion nach dem Rauschen und Gradient; zwei- bis dreifache Zeit.</translation>
    </message>
    <message>
        <source>Marches from the rim inwards and continues colours and gradients; quick, smears large holes.</source>
        <translation>Geht vom Rand nach innen und setzt Farben und Verläufe fort; schnell, verschmiert große Löcher.</translation>
    </message>
    <message>
        <source>Mean colour</source>
        <translation>Mittlere Farbe</translation>
    </message>
    <message>
        <source>Non-local means</source>
        <translation>Nichtlokale Mittel</translation>
    </message>
    <message>
        <source>Old photo</source>
        <translation>Altes Foto</translation>
    </message>
    <message>
        <source>One colour, the mean of the picture around the hole; a start without any structure.</source>
        <translation>Eine Farbe, das Mittel des Bildes um das Loch; ein Anfang ohne jede Struktur.</translation>
    </message>
    <message>
        <source>One evaluation of the prior at the picture&apos;s own noise: the mean of all clean pictures that fit.</source>
        <translation>Eine Auswertung des Vorwissens beim Rauschen des Bildes: das Mittel aller reinen Bilder, die passen.</translation>
    </message>
    <message>
        <source>PiGDM</source>
        <translation>PiGDM</translation>
    </message>
    <message>
        <source>Posterior mean</source>
        <translation>Mittel der Lösungen</translation>
    </message>
    <message>
        <source>Pseudo-inverse guidance (Song 2023): a gradient weighed by the measurement&apos;s spectrum; two to three times the time.</source>
        <translation>Führung durch die Pseudoinverse (Song 2023): ein Gradient, nach dem Spektrum der Messung gewichtet; zwei- bis dreifache Zeit.</translation>
    </message>
    <message>
        <source>Range-null space decomposition (Wang 2023): the estimate is made to fit before every step; no gradient.</source>
        <translation>Zerlegung in Bild und Kern (Wang 2023): die Schätzung wird vor jedem Schritt passend gemacht; ohne Gradienten.</translation>
    </message>
    <message>
        <source>RePaint</source>
        <translation>RePaint</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Echt</translation>
    </message>
    <message>
        <source>Replacement of the known part with repeated travel back in time (Lugmayr 2022); many evaluations.</source>
        <translation>Ersetzen des bekannten Teils mit wiederholten Rückreisen in der Zeit (Lugmayr 2022); viele Auswertungen.</translation>
    </message>
    <message>
        <source>Replacement of the measured part at every noise level (Song 2021); no gradient.</source>
        <translation>Ersetzen des gemessenen Teils auf jeder Rauschstufe (Song 2021); ohne Gradienten.</translation>
    </message>
    <message>
        <source>Restores what is painted over: scratches, stains, text, whole objects.</source>
        <translation>Restauriert, was übermalt ist: Kratzer, Flecken, Schrift, ganze Gegenstände.</translation>
    </message>
    <message>
        <source>Richardson-Lucy</source>
        <translation>Richardson-Lucy</translation>
    </message>
    <message>
        <source>Sampling in the measurement&apos;s own coordinates (Kawar 2022): each by its noise; no gradient.</source>
        <translation>Ziehen in den eigenen Koordinaten der Messung (Kawar 2022): jede nach ihrem Rauschen; ohne Gradienten.</translation>
    </message>
    <message>
        <source>Scratches, lost colours, blur and noise at once.</source>
        <translation>Kratzer, verlorene Farben, Unschärfe und Rauschen auf einmal.</translation>
    </message>
    <message>
        <source>Share of fresh noise where the measurement is noisier than the picture is by now.</source>
        <translation>Anteil frischen Rauschens, wo die Messung stärker rauscht als das Bild inzwischen.</translation>
    </message>
    <message>
        <source>Sharpens a picture whose blur is known: defocus, motion, or a picture of the kernel.</source>
        <translation>Schärft ein Bild, dessen Unschärfe bekannt ist: Fehlfokus, Bewegung oder ein Bild von ihr.</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>Spreads the colours of hints up to the edges of the grey picture; without hints it stays grey.</source>
        <translation>Breitet die Farben der Hinweise bis zu den Kanten des grauen Bildes aus; ohne Hinweise bleibt es grau.</translation>
    </message>
    <message>
        <source>Standard deviation of the pixels that the prior is about: how unsure an estimate from pure noise is.</source>
        <translation>Standardabweichung der Pixel, um die es dem Vorwissen geht: wie unsicher eine Schätzung aus reinem Rauschen ist.</translation>
    </message>
    <message>
        <source>Steps that are walked again after noising back to where they began.</source>
        <translation>Schritte, die nach dem Zurückrauschen an ihren Anfang noch einmal gegangen werden.</translation>
    </message>
    <message>
        <source>Takes the noise out of a picture and keeps its detail.</source>
        <translation>Nimmt das Rauschen aus einem Bild und erhält seine Einzelheiten.</translation>
    </message>
    <message>
        <source>The best that the search found for the task; further variants are drawn from the prior around it.</source>
        <translation>Das Beste, was die Suche für die Aufgabe gefunden hat; weitere Varianten werden aus dem Vorwissen darum gezogen.</translation>
    </message>
    <message>
        <source>The old picture still has its colours, and keeps them.</source>
        <translation>Das alte Bild hat seine Farben noch und behält sie.</translation>
    </message>
    <message>
        <source>Total variation</source>
        <translation>Totale Variation</translation>
    </message>
    <message>
        <source>Trust the measurement as far as its noise allows; off: replace the measured part as if there were no noise, as published.</source>
        <translation>Der Messung so weit trauen, wie ihr Rauschen erlaubt; aus: den gemessenen Teil ersetzen, als gäbe es kein Rauschen, wie veröffentlicht.</translation>
    </message>
    <message>
        <source>Undoes a known blur in one step, as far as the noise allows; rings along strong edges.</source>
        <translation>Macht eine bekannte Unschärfe in einem Schritt rückgängig, soweit das Rauschen es erlaubt; Ringe an starken Kanten.</translation>
    </message>
    <message>
        <source>Undoes a known blur round by round: sharpens more, and noise too, the longer it runs.</source>
        <translation>Macht eine bekannte Unschärfe Runde um Runde rückgängig: schärft stärker, auch das Rauschen, je länger es läuft.</translation>
    </message>
    <message>
        <source>Upscale</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Weight of the guidance; 1 is what the formula of the posterior says.</source>
        <translation>Gewicht der Führung; 1 ist, was die Formel der Posterior-Verteilung sagt.</translation>
    </message>
    <message>
        <source>Weight of the prior against a noisy measurement; more is smoother.</source>
        <translation>Gewicht des Vorwissens gegen eine verrauschte Messung; mehr ist glatter.</translation>
    </message>
    <message>
        <source>Wiener filter</source>
        <translation>Wiener-Filter</translation>
    </message>
    <message>
        <source>how even the result is, relative to what suits the noise</source>
        <translation>wie gleichmäßig das Ergebnis ist, gemessen an dem, was zum Rauschen passt</translation>
    </message>
    <message>
        <source>how often the picture is sharpened: each round brings out finer detail and more noise</source>
        <translation>wie oft das Bild geschärft wird: jede Runde holt feinere Einzelheiten und mehr Rauschen hervor</translation>
    </message>
    <message>
        <source>how smooth the picture is taken to be: above 1 removes more noise, below 1 sharpens more</source>
        <translation>für wie glatt das Bild gehalten wird: über 1 entfernt mehr Rauschen, unter 1 schärft mehr</translation>
    </message>
    <message>
        <source>how unlike the places that are averaged may be, in units of the noise</source>
        <translation>wie ungleich die Stellen sein dürfen, die gemittelt werden, gemessen am Rauschen</translation>
    </message>
    <message>
        <source>rounds of the minimisation: more come closer to the minimum</source>
        <translation>Runden der Minimierung: mehr kommen dem Minimum näher</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>CCDF 2022</source>
        <translation>CCDF 2022</translation>
    </message>
    <message>
        <source>CCDF as published: projection from an estimate, every time below t0.</source>
        <translation>CCDF wie veröffentlicht: Projektion von einer Schätzung aus, jede Zeit unter t0.</translation>
    </message>
    <message>
        <source>DAPS 2024</source>
        <translation>DAPS 2024</translation>
    </message>
    <message>
        <source>DAPS as published: 200 levels of 5 evaluations.</source>
        <translation>DAPS wie veröffentlicht: 200 Stufen zu 5 Auswertungen.</translation>
    </message>
    <message>
        <source>DDNM 2023</source>
        <translation>DDNM 2023</translation>
    </message>
    <message>
        <source>DDNM as published: 100 steps.</source>
        <translation>DDNM wie veröffentlicht: 100 Schritte.</translation>
    </message>
    <message>
        <source>DDRM 2022</source>
        <translation>DDRM 2022</translation>
    </message>
    <message>
        <source>DDRM as published: 20 steps.</source>
        <translation>DDRM wie veröffentlicht: 20 Schritte.</translation>
    </message>
    <message>
        <source>DDS 2024</source>
        <translation>DDS 2024</translation>
    </message>
    <message>
        <source>DDS as published: 50 steps, 5 conjugate gradients in each.</source>
        <translation>DDS wie veröffentlicht: 50 Schritte mit je 5 konjugierten Gradienten.</translation>
    </message>
    <message>
        <source>DPMPP 2M</source>
        <translation>DPM-Solver++ 2M</translation>
    </message>
    <message>
        <source>DPS 2023</source>
        <translation>DPS 2023</translation>
    </message>
    <message>
        <source>DPS as published: 1000 steps through the network.</source>
        <translation>DPS wie veröffentlicht: 1000 Schritte durch das Netz.</translation>
    </message>
    <message>
        <source>DiffPIR 2023</source>
        <translation>DiffPIR 2023</translation>
    </message>
    <message>
        <source>DiffPIR as published: 100 steps, 20 for holes.</source>
        <translation>DiffPIR wie veröffentlicht: 100 Schritte, 20 für Löcher.</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>MCG 2022</source>
        <translation>MCG 2022</translation>
    </message>
    <message>
        <source>MCG as published: hard projection and gradient, 1000 steps.</source>
        <translation>MCG wie veröffentlicht: harte Projektion und Gradient, 1000 Schritte.</translation>
    </message>
    <message>
        <source>PiGDM 2023</source>
        <translation>PiGDM 2023</translation>
    </message>
    <message>
        <source>PiGDM as published: 100 steps through the network.</source>
        <translation>PiGDM wie veröffentlicht: 100 Schritte durch das Netz.</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>Posterior</translation>
    </message>
    <message>
        <source>RePaint 2022</source>
        <translation>RePaint 2022</translation>
    </message>
    <message>
        <source>RePaint as published: 250 times, walked back and forth in 2410 steps.</source>
        <translation>RePaint wie veröffentlicht: 250 Zeiten, in 2410 Schritten hin und her gegangen.</translation>
    </message>
    <message>
        <source>Renoise</source>
        <translation>Neu verrauschen</translation>
    </message>
    <message>
        <source>Share of fresh noise in the variance of each step&apos;s noise: 0 keeps the predicted noise, 1 forgets it.</source>
        <translation>Anteil frischen Rauschens an der Varianz in jedem Schritt: 0 behält das vorhergesagte Rauschen, 1 vergisst es.</translation>
    </message>
    <message>
        <source>Step rule share</source>
        <translation>Schrittregel: Anteil</translation>
    </message>
    <message>
        <source>Step rule variance</source>
        <translation>Schrittregel: Varianz</translation>
    </message>
    <message>
        <source>Variance of the noise of each step: the network&apos;s own if it has learned one, else posterior; or always posterior (the smallest) or beta (the largest).</source>
        <translation>Varianz des Rauschens in jedem Schritt: die eigene des Netzes, wenn es eine gelernt hat, sonst posterior; oder immer posterior (die kleinste) oder beta (die größte).</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Clean up JPEG</source>
        <translation>JPEG bereinigen</translation>
    </message>
    <message>
        <source>Takes out the blocks and rings of strong JPEG; what the file says is kept to.</source>
        <translation>Nimmt die Blöcke und Ringe starker JPEG-Kompression heraus; was die Datei vom Bild sagt, wird eingehalten.</translation>
    </message>
    <message>
        <source>Recover highlights</source>
        <translation>Lichter zurückholen</translation>
    </message>
    <message>
        <source>Invents what was too bright or dark for the picture&apos;s range, and makes room for it.</source>
        <translation>Erfindet, was für den Umfang des Bildes zu hell oder zu dunkel war, und schafft dafür Platz.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>Spielraum</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Lichter</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>How many times brighter than white the lost highlights may have been.</source>
        <translation>Wie viel Mal heller als Weiß die verlorenen Lichter gewesen sein können.</translation>
    </message>
    <message>
        <source>keep leaves the tones that were not cut off as they are and fits the recovered ones in beside them; darken gives all tones the same room, which makes the picture darker.</source>
        <translation>keep lässt die Töne, die nicht abgeschnitten wurden, wie sie sind, und fügt die wiedergewonnenen daneben ein; darken gibt allen Tönen gleich viel Raum, was das Bild dunkler macht.</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Darken</source>
        <translation>Abdunkeln</translation>
    </message>
    <message>
        <source>What was cut off.</source>
        <translation>Was abgeschnitten wurde.</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Leaves the picture as the file shows it: what every restoration has to beat.</source>
        <translation>Lässt das Bild, wie die Datei es zeigt: was jede Restaurierung übertreffen muss.</translation>
    </message>
    <message>
        <source>Dejpeg</source>
        <translation>JPEG bereinigen</translation>
    </message>
    <message>
        <source>Declip</source>
        <translation>Lichter zurückholen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Predictor corrector</source>
        <translation>Prädiktor-Korrektor</translation>
    </message>
    <message>
        <source>CPU threads; auto uses all cores.</source>
        <translation>Threads der CPU; automatisch nimmt alle Kerne.</translation>
    </message>
    <message>
        <source>How far the first estimate is noised before the prior takes over: near 0 keeps it, 1 forgets it.</source>
        <translation>Wie weit die erste Schätzung verrauscht wird, ehe der Prior übernimmt: nahe 0 behält sie, 1 vergisst sie.</translation>
    </message>
    <message>
        <source>How it is restored; auto takes the task&apos;s default.</source>
        <translation>Wie restauriert wird; automatisch nimmt die Vorgabe der Aufgabe.</translation>
    </message>
    <message>
        <source>How many times wider and higher the picture becomes.</source>
        <translation>Wie viel breiter und höher das Bild wird.</translation>
    </message>
    <message>
        <source>Id of an installed prior, or the folder of one; auto takes photo.</source>
        <translation>Kennung eines installierten Priors oder der Ordner eines Priors; automatisch nimmt photo.</translation>
    </message>
    <message>
        <source>Network evaluations per level of the pyramid.</source>
        <translation>Netzauswertungen je Stufe der Pyramide.</translation>
    </message>
    <message>
        <source>Picture of the same size with strokes of known colour: transparent elsewhere, or painted over a copy of the input.</source>
        <translation>Bild gleicher Größe mit Strichen bekannter Farbe: sonst durchsichtig, oder auf eine Kopie der Eingabe gemalt.</translation>
    </message>
    <message>
        <source>Picture of the same size: white is restored, black is kept, grey mixes.</source>
        <translation>Bild gleicher Größe: Weiß wird restauriert, Schwarz bleibt, Grau mischt.</translation>
    </message>
    <message>
        <source>Pseudo inverse</source>
        <translation>Pseudoinverse</translation>
    </message>
    <message>
        <source>Side of the largest piece that the network sees at once.</source>
        <translation>Seite des größten Stücks, das das Netz auf einmal sieht.</translation>
    </message>
    <message>
        <source>Standard deviation of the noise, where white is 1; auto estimates it from the picture.</source>
        <translation>Standardabweichung des Rauschens, wobei Weiß 1 ist; automatisch schätzt sie aus dem Bild.</translation>
    </message>
    <message>
        <source>The blur: gaussian:SIGMA, motion:LENGTH,ANGLE, disk:RADIUS (pixels and degrees), none, or a picture of it; auto is gaussian:1.6.</source>
        <translation>Die Unschärfe: gaussian:SIGMA, motion:LÄNGE,WINKEL, disk:RADIUS (Pixel und Grad), none oder ein Bild von ihr; automatisch ist gaussian:1.6.</translation>
    </message>
    <message>
        <source>The blur: gaussian:SIGMA, motion:LENGTH,ANGLE, disk:RADIUS (pixels and degrees), none, or a picture of it; auto is none.</source>
        <translation>Die Unschärfe: gaussian:SIGMA, motion:LÄNGE,WINKEL, disk:RADIUS (Pixel und Grad), none oder ein Bild von ihr; automatisch ist none.</translation>
    </message>
    <message>
        <source>The blurred picture.</source>
        <translation>Das unscharfe Bild.</translation>
    </message>
    <message>
        <source>The class that a class-conditional prior draws, by its number.</source>
        <translation>Die Klasse, die ein klassenbedingter Prior zeichnet, als Nummer.</translation>
    </message>
    <message>
        <source>The compressed picture: the JPEG file itself, or with --quality any.</source>
        <translation>Das komprimierte Bild: die JPEG-Datei selbst oder mit --quality ein beliebiges.</translation>
    </message>
    <message>
        <source>The damaged picture: PNG, JPEG, TIFF, WebP, BMP or EXR.</source>
        <translation>Das beschädigte Bild: PNG, JPEG, TIFF, WebP, BMP oder EXR.</translation>
    </message>
    <message>
        <source>The first estimate: the id of one that the task offers, or the path of a picture.</source>
        <translation>Die erste Schätzung: die Kennung einer, die die Aufgabe anbietet, oder der Pfad eines Bildes.</translation>
    </message>
    <message>
        <source>The grey picture; colours that it has are not looked at.</source>
        <translation>Das graue Bild; Farben, die es hat, werden nicht beachtet.</translation>
    </message>
    <message>
        <source>The noisy picture.</source>
        <translation>Das verrauschte Bild.</translation>
    </message>
    <message>
        <source>The old picture.</source>
        <translation>Das alte Bild.</translation>
    </message>
    <message>
        <source>The picture is a clean one: simulate the degradation on it first, for study.</source>
        <translation>Das Bild ist ein sauberes: erst den Schaden an ihm nachahmen, zur Erprobung.</translation>
    </message>
    <message>
        <source>The picture with lost highlights.</source>
        <translation>Das Bild mit den verlorenen Lichtern.</translation>
    </message>
    <message>
        <source>The quality with which the JPEG was saved; auto reads it from the file.</source>
        <translation>Die Qualität, mit der das JPEG gespeichert wurde; automatisch liest sie aus der Datei.</translation>
    </message>
    <message>
        <source>The small picture.</source>
        <translation>Das kleine Bild.</translation>
    </message>
    <message>
        <source>What the blur saw beyond the border: the real scene, or the opposite side.</source>
        <translation>Was die Unschärfe jenseits des Randes sah: die echte Szene oder die gegenüberliegende Seite.</translation>
    </message>
    <message>
        <source>Where to compute: cpu, cuda or cuda:N; auto takes the first GPU that can be used, else the CPU.</source>
        <translation>Wo gerechnet wird: cpu, cuda oder cuda:N; automatisch nimmt die erste brauchbare GPU, sonst die CPU.</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::CanvasView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Open a picture, drop one here, or paste one.</source>
        <translation>Öffnen Sie ein Bild, ziehen Sie eines hierher, oder fügen Sie eines ein.</translation>
    </message>
    <message>
        <source>The picture with its mask. Arrow keys move a crosshair, Space and Enter paint there; Ctrl+arrow keys move the picture.</source>
        <translation>Das Bild mit seiner Maske. Pfeiltasten bewegen ein Fadenkreuz, Leertaste und Eingabe malen dort; Strg+Pfeiltasten verschieben das Bild.</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::ChoiceTrial</name>
    <message>
        <source>Samples with %1</source>
        <translation>Stichproben mit %1</translation>
    </message>
    <message>
        <source>Take the value %1</source>
        <translation>Den Wert %1 nehmen</translation>
    </message>
    <message>
        <source>the noise (eps)</source>
        <translation>das Rauschen (eps)</translation>
    </message>
    <message>
        <source>the velocity (v)</source>
        <translation>die Geschwindigkeit (v)</translation>
    </message>
    <message>
        <source>the clean picture (x0)</source>
        <translation>das saubere Bild (x0)</translation>
    </message>
    <message>
        <source>added (VE)</source>
        <translation>addiert (VE)</translation>
    </message>
    <message>
        <source>mixed (VP)</source>
        <translation>gemischt (VP)</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::CompareGrid</name>
    <message>
        <source>Grid of variants</source>
        <translation>Raster der Varianten</translation>
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
    <name>palimpsest::ui::GridController</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Mean of run %1</source>
        <translation>Mittel von Lauf %1</translation>
    </message>
    <message>
        <source>The variant cannot be shown.</source>
        <translation>Die Variante kann nicht gezeigt werden.</translation>
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
    <message>
        <source>&lt;ol&gt;&lt;li&gt;Open a picture, or drop one on the window.&lt;/li&gt;&lt;li&gt;Choose on the right what is to be done: inpaint, colorize, upscale, deblur, denoise, or all of it for an old photo.&lt;/li&gt;&lt;li&gt;To inpaint, paint over what is to be restored with the brush (%1); erase with the eraser (%2) or the right button. To colorize, you may paint colours that you know with the hint brush (%6).&lt;/li&gt;&lt;li&gt;Press Restore (%3) and watch the estimate form. Esc cancels.&lt;/li&gt;&lt;li&gt;Choose among the variants below; hold %4 to see the picture before; %7 shows how sure the result is.&lt;/li&gt;&lt;li&gt;Save (%5).&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;Inpainting leaves pixels outside the mask as they are. Without a mouse, arrow keys move a crosshair and Space paints. Nothing leaves this computer.&lt;/p&gt;</source>
        <translation>&lt;ol&gt;&lt;li&gt;Öffnen Sie ein Bild, oder ziehen Sie eines auf das Fenster.&lt;/li&gt;&lt;li&gt;Wählen Sie rechts, was zu tun ist: ausbessern, kolorieren, vergrößern, schärfen, entrauschen, oder für ein altes Foto alles zusammen.&lt;/li&gt;&lt;li&gt;Zum Ausbessern übermalen Sie mit dem Pinsel (%1), was restauriert werden soll; radieren Sie mit dem Radierer (%2) oder der rechten Taste. Zum Kolorieren können Sie mit dem Farbhinweis-Pinsel (%6) Farben aufmalen, die Sie kennen.&lt;/li&gt;&lt;li&gt;Drücken Sie Restaurieren (%3), und sehen Sie zu, wie die Schätzung entsteht. Esc bricht ab.&lt;/li&gt;&lt;li&gt;Wählen Sie unten unter den Varianten; halten Sie %4, um das Bild vorher zu sehen; %7 zeigt, wie sicher das Ergebnis ist.&lt;/li&gt;&lt;li&gt;Speichern Sie (%5).&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;Beim Ausbessern bleiben Pixel außerhalb der Maske, wie sie sind. Ohne Maus bewegen Pfeiltasten ein Fadenkreuz, und die Leertaste malt. Nichts verlässt diesen Rechner.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::HintController</name>
    <message>
        <source>Import colour hints</source>
        <translation>Farbhinweise importieren</translation>
    </message>
    <message>
        <source>The colour hints could not be imported.</source>
        <translation>Die Farbhinweise konnten nicht importiert werden.</translation>
    </message>
    <message>
        <source>The colour hints could not be exported.</source>
        <translation>Die Farbhinweise konnten nicht exportiert werden.</translation>
    </message>
    <message>
        <source>Import Colour Hints</source>
        <translation>Farbhinweise importieren</translation>
    </message>
    <message>
        <source>Export Colour Hints</source>
        <translation>Farbhinweise exportieren</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::HintLayer</name>
    <message>
        <source>Clear colour hints</source>
        <translation>Farbhinweise löschen</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::ImportDialog</name>
    <message>
        <source>Add Prior</source>
        <translation>Prior hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Convert the weights, once, into a prior of yours; the file stays as it is</source>
        <translation>Die Gewichte einmal in einen eigenen Prior umwandeln; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close without adding a prior</source>
        <translation>Schließen, ohne einen Prior hinzuzufügen</translation>
    </message>
    <message>
        <source>Looking at the checkpoint …</source>
        <translation>Der Checkpoint wird angesehen …</translation>
    </message>
    <message>
        <source>This cannot be a prior.</source>
        <translation>Das kann kein Prior sein.</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>Wird importiert …</translation>
    </message>
    <message>
        <source>The checkpoint could not be imported.</source>
        <translation>Der Checkpoint konnte nicht importiert werden.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was added.</source>
        <translation>Abgebrochen; nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Drawing samples …</source>
        <translation>Stichproben werden gezeichnet …</translation>
    </message>
    <message>
        <source>The samples could not be drawn.</source>
        <translation>Die Stichproben konnten nicht gezeichnet werden.</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::ImportForm</name>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>channels: %1</source>
        <translation>Kanäle: %1</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>A file or a preset says so; change it only if you know better</source>
        <translation>Eine Datei oder eine Vorgabe sagt es so; ändern Sie es nur, wenn Sie es besser wissen</translation>
    </message>
    <message>
        <source>The weights do not tell; change it if the samples look wrong</source>
        <translation>Die Gewichte sagen es nicht; ändern Sie es, wenn die Stichproben falsch aussehen</translation>
    </message>
    <message>
        <source>%1 (known)</source>
        <translation>%1 (bekannt)</translation>
    </message>
    <message>
        <source>%1 (assumed)</source>
        <translation>%1 (angenommen)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>The name that menus show</source>
        <translation>Der Name, den die Menüs zeigen</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>The name for the command line: lower case letters, digits and hyphens</source>
        <translation>Der Name für die Kommandozeile: Kleinbuchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>What its authors allow; goes into the card of the prior</source>
        <translation>Was die Urheber erlauben; kommt in die Karte des Priors</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Draw small pictures with each value: the right one shows in them</source>
        <translation>Kleine Bilder mit jedem Wert zeichnen: ihnen sieht man den richtigen an</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::KernelEditor</name>
    <message>
        <source>Picture…</source>
        <translation>Bild …</translation>
    </message>
    <message>
        <source>The shape that a point of light has in the picture</source>
        <translation>Die Form, die ein Lichtpunkt im Bild hat</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>No blur</source>
        <translation>Keine Unschärfe</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gaußsch</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Scheibe</translation>
    </message>
    <message>
        <source>From a picture</source>
        <translation>Aus einem Bild</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Direction of the motion, counter-clockwise from the right</source>
        <translation>Richtung der Bewegung, von rechts gegen den Uhrzeigersinn</translation>
    </message>
    <message>
        <source>Read the blur from a picture of it</source>
        <translation>Die Unschärfe aus einem Bild von ihr lesen</translation>
    </message>
    <message>
        <source>Picture of the blur</source>
        <translation>Bild der Unschärfe</translation>
    </message>
    <message>
        <source>Picture of the Blur</source>
        <translation>Bild der Unschärfe</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>%1 of the blur, in pixels</source>
        <translation>%1 der Unschärfe, in Pixeln</translation>
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
    <message>
        <source>How Sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Settings of this task that you have kept</source>
        <translation>Einstellungen dieser Aufgabe, die Sie behalten haben</translation>
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
    <name>palimpsest::ui::PresetController</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Take over the settings kept as %1</source>
        <translation>Die Einstellungen übernehmen, die als %1 gesichert sind</translation>
    </message>
    <message>
        <source>No presets for this task yet</source>
        <translation>Noch keine Vorgaben für diese Aufgabe</translation>
    </message>
    <message>
        <source>Forget the settings kept as %1</source>
        <translation>Die Einstellungen vergessen, die als %1 gesichert sind</translation>
    </message>
    <message>
        <source>Save Preset</source>
        <translation>Vorgabe sichern</translation>
    </message>
    <message>
        <source>Name of the preset; an old one of this name is replaced:</source>
        <translation>Name der Vorgabe; eine alte dieses Namens wird ersetzt:</translation>
    </message>
    <message>
        <source>The presets could not be saved.</source>
        <translation>Die Vorgaben konnten nicht gesichert werden.</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::PriorController</name>
    <message>
        <source>Add Prior from File</source>
        <translation>Prior aus Datei hinzufügen</translation>
    </message>
    <message>
        <source>Checkpoints (%1)</source>
        <translation>Checkpoints (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add Prior from Folder</source>
        <translation>Prior aus Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>Verifying %1 …</source>
        <translation>%1 wird geprüft …</translation>
    </message>
    <message>
        <source>%1 is in order: its weights are as they were added, and the network computes.</source>
        <translation>%1 ist in Ordnung: die Gewichte sind, wie sie hinzugefügt wurden, und das Netz rechnet.</translation>
    </message>
    <message>
        <source>%1 is not in order.</source>
        <translation>%1 ist nicht in Ordnung.</translation>
    </message>
    <message>
        <source>Remove Prior</source>
        <translation>Prior entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from this computer?</source>
        <translation>%1 von diesem Rechner entfernen?</translation>
    </message>
    <message>
        <source>This frees %1. The file that it was added from, if it is still there, stays.</source>
        <translation>Das macht %1 frei. Die Datei, aus der er hinzugefügt wurde, bleibt, wenn es sie noch gibt.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Delete this prior and its weights from the disk</source>
        <translation>Diesen Prior und seine Gewichte von der Platte löschen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Removing %1 …</source>
        <translation>%1 wird entfernt …</translation>
    </message>
    <message>
        <source>%1 was removed; %2 are free again.</source>
        <translation>%1 ist entfernt; %2 sind wieder frei.</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The next run works with %1</source>
        <translation>Der nächste Lauf arbeitet mit %1</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::PriorDetails</name>
    <message>
        <source>The next run samples with this prior.</source>
        <translation>Der nächste Lauf arbeitet mit diesem Prior.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Dient für</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>Kommt mit dem Programm</translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation>Von Ihnen hinzugefügt</translation>
    </message>
    <message>
        <source>Native size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::PriorsWindow</name>
    <message>
        <source>Priors</source>
        <translation>Priors</translation>
    </message>
    <message>
        <source>Installed priors</source>
        <translation>Installierte Priors</translation>
    </message>
    <message>
        <source>The priors that the tasks can work with</source>
        <translation>Die Priors, mit denen die Aufgaben arbeiten können</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add a prior from a file, a folder, or the list of published ones</source>
        <translation>Einen Prior aus einer Datei, einem Ordner oder der Liste der veröffentlichten hinzufügen</translation>
    </message>
    <message>
        <source>Checkpoints can also be dropped here: files and folders.</source>
        <translation>Checkpoints können auch hierher gezogen werden: Dateien und Ordner.</translation>
    </message>
    <message>
        <source>&amp;Use for This Picture</source>
        <translation>Für dieses Bild &amp;nehmen</translation>
    </message>
    <message>
        <source>Let the next run work with this prior</source>
        <translation>Den nächsten Lauf mit diesem Prior arbeiten lassen</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Check the weights against their hash, and let the network compute once</source>
        <translation>Die Gewichte mit ihrer Prüfsumme vergleichen und das Netz einmal rechnen lassen</translation>
    </message>
    <message>
        <source>&amp;Reveal in Folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the files of this prior in the file manager</source>
        <translation>Die Dateien dieses Priors im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
        <source>A prior that comes with the program cannot be removed</source>
        <translation>Ein Prior, der mit dem Programm kommt, kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>Delete this prior and its weights from the disk</source>
        <translation>Diesen Prior und seine Gewichte von der Platte löschen</translation>
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
    <name>palimpsest::ui::PublishedDialog</name>
    <message>
        <source>Published Models</source>
        <translation>Veröffentlichte Modelle</translation>
    </message>
    <message>
        <source>Checkpoints that their authors offer for download</source>
        <translation>Checkpoints, die ihre Urheber zum Herunterladen anbieten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this window; a download goes on</source>
        <translation>Dieses Fenster schließen; ein Herunterladen geht weiter</translation>
    </message>
    <message>
        <source>I have read this and &amp;accept it</source>
        <translation>Ich habe das gelesen und stimme &amp;zu</translation>
    </message>
    <message>
        <source>What the licence forbids has to be known before the download</source>
        <translation>Was die Lizenz verbietet, muss vor dem Herunterladen bekannt sein</translation>
    </message>
    <message>
        <source>Open &amp;Page</source>
        <translation>&amp;Seite öffnen</translation>
    </message>
    <message>
        <source>Show the page of its authors in the web browser</source>
        <translation>Die Seite der Urheber im Webbrowser zeigen</translation>
    </message>
    <message>
        <source>not for commercial use</source>
        <translation>nicht für gewerblichen Gebrauch</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>Its authors want it to be fetched by hand: open their page, download it, and add the file here.</source>
        <translation>Die Urheber wollen, dass man es von Hand holt: öffnen Sie ihre Seite, laden Sie es herunter und fügen Sie die Datei hier hinzu.</translation>
    </message>
    <message>
        <source>What arrives is checked against a hash that is known.</source>
        <translation>Was ankommt, wird mit einer bekannten Prüfsumme verglichen.</translation>
    </message>
    <message>
        <source>Its hash is not known beforehand: that of the first download is recorded and holds from then on.</source>
        <translation>Die Prüfsumme ist vorher nicht bekannt: die des ersten Herunterladens wird festgehalten und gilt von da an.</translation>
    </message>
    <message>
        <source>Trained on: %1</source>
        <translation>Trainiert mit: %1</translation>
    </message>
    <message>
        <source>Channels: %1</source>
        <translation>Kanäle: %1</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>&amp;Download %1</source>
        <translation>%1 &amp;herunterladen</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>Accept the licence first</source>
        <translation>Stimmen Sie erst der Lizenz zu</translation>
    </message>
    <message>
        <source>Fetch this checkpoint, then make a prior of it</source>
        <translation>Diesen Checkpoint holen, dann einen Prior daraus machen</translation>
    </message>
    <message>
        <source>Downloading %1 …</source>
        <translation>%1 wird heruntergeladen …</translation>
    </message>
    <message>
        <source>%1 is here.</source>
        <translation>%1 ist da.</translation>
    </message>
    <message>
        <source>%1 could not be downloaded.</source>
        <translation>%1 konnte nicht heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Cancelled. What has come so far is kept; the next download goes on from there.</source>
        <translation>Abgebrochen. Was schon da ist, bleibt; das nächste Herunterladen geht dort weiter.</translation>
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
    <name>palimpsest::ui::ResidualPlot</name>
    <message>
        <source>The residual of a run is drawn here, step by step.</source>
        <translation>Hier wird der Rest eines Laufs gezeichnet, Schritt für Schritt.</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Distance of the estimate from the picture, in units of its noise; at the dashed line only noise is left</source>
        <translation>Abstand der Schätzung vom Bild, gemessen an dessen Rauschen; an der gestrichelten Linie bleibt nur Rauschen</translation>
    </message>
    <message>
        <source>Residual by step</source>
        <translation>Rest nach Schritten</translation>
    </message>
    <message>
        <source>Last value: %1</source>
        <translation>Letzter Wert: %1</translation>
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
    <message>
        <source>With the prior %1 it would take about %2.</source>
        <translation>Mit dem Prior %1 würde es etwa %2 dauern.</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>With the method %1 it would take about %2.</source>
        <translation>Mit der Methode %1 würde es etwa %2 dauern.</translation>
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
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::RunPanel</name>
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
    <message>
        <source>Change the settings of the next run so</source>
        <translation>Die Einstellungen des nächsten Laufs so ändern</translation>
    </message>
    <message>
        <source>%1, %2 of memory</source>
        <translation>%1, %2 Speicher</translation>
    </message>
    <message>
        <source>Take the faster way</source>
        <translation>Den schnelleren Weg nehmen</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::SampleHistogram</name>
    <message>
        <source>With three variants or more: their values under the pointer.</source>
        <translation>Ab drei Varianten: ihre Werte unter dem Zeiger.</translation>
    </message>
    <message>
        <source>How often each value occurs among the variants at the pixel under the pointer</source>
        <translation>Wie oft jeder Wert unter den Varianten am Pixel unter dem Zeiger vorkommt</translation>
    </message>
    <message>
        <source>Values of the variants</source>
        <translation>Werte der Varianten</translation>
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
    <message>
        <source>Recovered colour hints</source>
        <translation>Wiederhergestellte Farbhinweise</translation>
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
    <name>palimpsest::ui::StrengthField</name>
    <message>
        <source>How much of the result is mixed into the picture, without a new run; it counts when the result is saved or used</source>
        <translation>Wie viel vom Ergebnis ins Bild gemischt wird, ohne neuen Lauf; gilt auch beim Speichern und Übernehmen</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
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
    <message>
        <source>Erase colour hint</source>
        <translation>Farbhinweis wegnehmen</translation>
    </message>
    <message>
        <source>Colour hint</source>
        <translation>Farbhinweis</translation>
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
    <message>
        <source>Paint colours that you know. Alt+click takes a colour from the picture, the right button erases, Shift+click draws a straight line.</source>
        <translation>Malen Sie bekannte Farben auf. Alt+Klick nimmt eine Farbe aus dem Bild, die rechte Taste radiert, Umschalt+Klick zieht eine gerade Linie.</translation>
    </message>
    <message>
        <source>Take colour hints away. The right button paints, Shift+click draws a straight line.</source>
        <translation>Farbhinweise wegnehmen. Die rechte Taste malt, Umschalt+Klick zieht eine gerade Linie.</translation>
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
    <message>
        <source>Hint Colour</source>
        <translation>Hinweisfarbe</translation>
    </message>
    <message>
        <source>Hint colour %1</source>
        <translation>Hinweisfarbe %1</translation>
    </message>
    <message>
        <source>Choose the hint colour; Alt+click takes it from the picture</source>
        <translation>Die Hinweisfarbe wählen; Alt+Klick nimmt sie aus dem Bild</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::UncertaintyController</name>
    <message>
        <source>%1 × noise</source>
        <translation>%1 × Rauschen</translation>
    </message>
    <message>
        <source>Noise of the picture: %1</source>
        <translation>Rauschen des Bildes: %1</translation>
    </message>
    <message>
        <source>Tinted: made up by the prior. Bare: determined by the picture. Of the run&apos;s first variant.</source>
        <translation>Eingefärbt: vom Vorwissen erfunden. Frei: vom Bild festgelegt. Für die erste Variante des Laufs.</translation>
    </message>
    <message>
        <source>Of the run&apos;s first variant.</source>
        <translation>Für die erste Variante des Laufs.</translation>
    </message>
    <message>
        <source>The spread of this prior&apos;s answers, which is not the truth.</source>
        <translation>Die Streuung der Antworten dieses Vorwissens, nicht die Wahrheit.</translation>
    </message>
</context>
<context>
    <name>palimpsest::ui::UncertaintyPanel</name>
    <message>
        <source>What is drawn over the result to say how sure it is</source>
        <translation>Was über das Ergebnis gezeichnet wird, um zu sagen, wie sicher es ist</translation>
    </message>
    <message>
        <source>Over the result</source>
        <translation>Über dem Ergebnis</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Deviation of the variants</source>
        <translation>Streuung der Varianten</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Uneinigkeit</translation>
    </message>
    <message>
        <source>Measured or invented</source>
        <translation>Gemessen oder erfunden</translation>
    </message>
    <message>
        <source>Residual of the data</source>
        <translation>Rest der Daten</translation>
    </message>
    <message>
        <source>The result alone</source>
        <translation>Das Ergebnis allein</translation>
    </message>
    <message>
        <source>Standard deviation of the variants at each pixel</source>
        <translation>Standardabweichung der Varianten an jedem Pixel</translation>
    </message>
    <message>
        <source>Hatched where the variants differ by more than the threshold</source>
        <translation>Schraffiert, wo sich die Varianten um mehr als die Schwelle unterscheiden</translation>
    </message>
    <message>
        <source>Tinted where the picture does not determine the result: the prior made it up</source>
        <translation>Eingefärbt, wo das Bild das Ergebnis nicht festlegt: das Vorwissen hat es erfunden</translation>
    </message>
    <message>
        <source>Distance of the result from the picture, in units of its noise</source>
        <translation>Abstand des Ergebnisses vom Bild, gemessen an dessen Rauschen</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Standard deviation above which the variants disagree</source>
        <translation>Standardabweichung, ab der die Varianten uneins sind</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>Was die Farben bedeuten</translation>
    </message>
    <message>
        <source>Variants at the pointer</source>
        <translation>Varianten am Zeiger</translation>
    </message>
    <message>
        <source>Fit to the picture, in units of the noise</source>
        <translation>Passung zum Bild, gemessen am Rauschen</translation>
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
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Mean of the variants of run %1</source>
        <translation>Mittel der Varianten von Lauf %1</translation>
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
<context>
    <name>palimpsest::ui::WorkBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>How far the work is</source>
        <translation>Wie weit die Arbeit ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the work; nothing is changed</source>
        <translation>Die Arbeit anhalten; nichts wird geändert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
</context>
</TS>
