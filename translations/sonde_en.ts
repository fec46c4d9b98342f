<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>LibraryDesk</name>
    <message numerus="yes">
        <source>Written into %n request(s) of “%1”</source>
        <translation>
            <numerusform>Written into %n request of “%1”</numerusform>
            <numerusform>Written into %n requests of “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%1; all %n request(s) together %2</source>
        <extracomment>%1 and %2 are times; %n is how many requests</extracomment>
        <translation>
            <numerusform>%1; %n request together %2</numerusform>
            <numerusform>%1; all %n requests together %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is something to say of %n more frame(s).</source>
        <translation>
            <numerusform>There is something to say of %n more frame.</numerusform>
            <numerusform>There is something to say of %n more frames.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::ArrivalChart</name>
    <message numerus="yes">
        <source>%Ln arrival(s)</source>
        <translation>
            <numerusform>%Ln arrival</numerusform>
            <numerusform>%Ln arrivals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::CertificateTable</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::ChangeList</name>
    <message numerus="yes">
        <source>%n header field(s) differ</source>
        <translation>
            <numerusform>%n header field differs</numerusform>
            <numerusform>%n header fields differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::CollectionPanel</name>
    <message numerus="yes">
        <source>%1 of %n request(s)</source>
        <translation>
            <numerusform>%1 of %n request</numerusform>
            <numerusform>%1 of %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::CompareWindow</name>
    <message numerus="yes">
        <source>%n request(s), the first %1</source>
        <extracomment>%1 is the first of them</extracomment>
        <translation>
            <numerusform>%n request, the first %1</numerusform>
            <numerusform>%n requests, the first %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::ConnectionView</name>
    <message numerus="yes">
        <source>%n request(s) so far</source>
        <translation>
            <numerusform>%n request so far</numerusform>
            <numerusform>%n requests so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s): something was lost on the way</source>
        <translation>
            <numerusform>%n segment: something was lost on the way</numerusform>
            <numerusform>%n segments: something was lost on the way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::ConnectionsWindow</name>
    <message numerus="yes">
        <source>%n open connection(s)</source>
        <translation>
            <numerusform>%n open connection</numerusform>
            <numerusform>%n open connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::DifferenceModel</name>
    <message numerus="yes">
        <source>%Ln equal row(s)</source>
        <translation>
            <numerusform>%Ln equal row</numerusform>
            <numerusform>%Ln equal rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::DifferenceWindow</name>
    <message numerus="yes">
        <source>%Ln place(s) differ</source>
        <translation>
            <numerusform>%Ln place differs</numerusform>
            <numerusform>%Ln places differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln row(s) were compared</source>
        <translation>
            <numerusform>the first %Ln row was compared</numerusform>
            <numerusform>the first %Ln rows were compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::DocumentPage</name>
    <message numerus="yes">
        <source>%1 of %n assertion(s) failed.</source>
        <translation>
            <numerusform>%1 of %n assertion failed.</numerusform>
            <numerusform>%1 of %n assertions failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assertion(s) passed</source>
        <translation>
            <numerusform>%n assertion passed</numerusform>
            <numerusform>%n assertions passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::EventsPage</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln arrival(s)</source>
        <translation>
            <numerusform>%Ln arrival</numerusform>
            <numerusform>%Ln arrivals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::Format</name>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <extracomment>%1 is the number with separators, %n the same number for the plural form</extracomment>
        <translation>
            <numerusform>%1 byte</numerusform>
            <numerusform>%1 bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::FramesPane</name>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln frame</numerusform>
            <numerusform>%Ln frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::HeadersModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::HeadersView</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::History</name>
    <message numerus="yes">
        <source>%n request(s) with redirects and retries</source>
        <translation>
            <numerusform>%n request with redirects and retries</numerusform>
            <numerusform>%n requests with redirects and retries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::HistoryPanel</name>
    <message numerus="yes">
        <source>%1 of %n call(s)</source>
        <translation>
            <numerusform>%1 of %n call</numerusform>
            <numerusform>%1 of %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) deleted.</source>
        <translation>
            <numerusform>%n call deleted.</numerusform>
            <numerusform>%n calls deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::HpackPane</name>
    <message numerus="yes">
        <source>%n header section(s) so far took %1; as HTTP/1.1 text they take %2: %3 % saved.</source>
        <translation>
            <numerusform>%n header section so far took %1; as HTTP/1.1 text they take %2: %3 % saved.</numerusform>
            <numerusform>%n header sections so far took %1; as HTTP/1.1 text they take %2: %3 % saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) cannot be carried as they are:</source>
        <translation>
            <numerusform>%n thing cannot be carried as it is:</numerusform>
            <numerusform>%n things cannot be carried as they are:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::JsonPathBar</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::LookRows</name>
    <message numerus="yes">
        <source>%n equal line(s)</source>
        <translation>
            <numerusform>%n equal line</numerusform>
            <numerusform>%n equal lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Differs in %1 and %n more</source>
        <translation>
            <numerusform>Differs in %1 and %n more</numerusform>
            <numerusform>Differs in %1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::OctetReadingModel</name>
    <message numerus="yes">
        <source>Unsigned, %n bits</source>
        <translation>
            <numerusform>Unsigned, %n bit</numerusform>
            <numerusform>Unsigned, %n bits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Signed, %n bits</source>
        <translation>
            <numerusform>Signed, %n bit</numerusform>
            <numerusform>Signed, %n bits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Float, %n bits</source>
        <translation>
            <numerusform>Float, %n bit</numerusform>
            <numerusform>Float, %n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::PlanForm</name>
    <message numerus="yes">
        <source>times all %n request(s)</source>
        <translation>
            <numerusform>times all %n request</numerusform>
            <numerusform>times all %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Under %n block(s) there is no verdict.</source>
        <translation>
            <numerusform>Under %n block there is no verdict.</numerusform>
            <numerusform>Under %n blocks there is no verdict.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::PreferencesDialog</name>
    <message numerus="yes">
        <source>%n call(s) take %1 now.</source>
        <translation>
            <numerusform>%n call takes %1 now.</numerusform>
            <numerusform>%n calls take %1 now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::PreviewPage</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <extracomment>of a moving picture</extracomment>
        <translation>
            <numerusform>%Ln frame</numerusform>
            <numerusform>%Ln frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln glyph(s)</source>
        <translation>
            <numerusform>%Ln glyph</numerusform>
            <numerusform>%Ln glyphs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::ProgressStrip</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::RequestPane</name>
    <message numerus="yes">
        <source>%n switched on</source>
        <translation>
            <numerusform>%n switched on</numerusform>
            <numerusform>%n switched on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::ResponseSections</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::ResultPage</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::RunWindow</name>
    <message numerus="yes">
        <source>%1 of %n request(s)</source>
        <translation>
            <numerusform>%1 of %n request</numerusform>
            <numerusform>%1 of %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n assertion(s) hold</source>
        <translation>
            <numerusform>%1 of %n assertion holds</numerusform>
            <numerusform>%1 of %n assertions hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The environment “%1” is locked, and %n of these requests may change something there. Nothing was sent.</source>
        <translation>
            <numerusform>The environment “%1” is locked, and %n of these requests may change something there. Nothing was sent.</numerusform>
            <numerusform>The environment “%1” is locked, and %n of these requests may change something there. Nothing was sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::StreamPlots</name>
    <message numerus="yes">
        <source>%Ln gap(s)</source>
        <translation>
            <numerusform>%Ln gap</numerusform>
            <numerusform>%Ln gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::SummaryLine</name>
    <message numerus="yes">
        <source>From Send to the end, over %n request(s)</source>
        <translation>
            <numerusform>From Send to the end, over %n request</numerusform>
            <numerusform>From Send to the end, over %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::Swimlanes</name>
    <message numerus="yes">
        <source>%n lane(s); the table below says the same in words</source>
        <translation>
            <numerusform>%n lane; the table below says the same in words</numerusform>
            <numerusform>%n lanes; the table below says the same in words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::TlsView</name>
    <message numerus="yes">
        <source>%n promise(s) to publish it, not checked: %1</source>
        <translation>
            <numerusform>%n promise to publish it, not checked: %1</numerusform>
            <numerusform>%n promises to publish it, not checked: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::TreeModel</name>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::Waterfall</name>
    <message numerus="yes">
        <source>%n request(s), %1 in all</source>
        <translation>
            <numerusform>%n request, %1 in all</numerusform>
            <numerusform>%n requests, %1 in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::WindowStory</name>
    <message numerus="yes">
        <source>Stream %1: %2 of content, which waited %n time(s) for a window, %3 in all.</source>
        <translation>
            <numerusform>Stream %1: %2 of content, which waited %n time for a window, %3 in all.</numerusform>
            <numerusform>Stream %1: %2 of content, which waited %n times for a window, %3 in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ui::WireDetail</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more field(s): too many to show</source>
        <translation>
            <numerusform>%n more field: too many to show</numerusform>
            <numerusform>%n more fields: too many to show</numerusform>
        </translation>
    </message>
</context>
</TS>
