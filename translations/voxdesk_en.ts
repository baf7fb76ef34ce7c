<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConversationWords</name>
    <message numerus="yes">
        <source>%n interruptions</source>
        <translation>
            <numerusform>%n interruption</numerusform>
            <numerusform>%n interruptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message numerus="yes">
        <source>Model answered, %n tokens</source>
        <translation>
            <numerusform>Model answered, %n token</numerusform>
            <numerusform>Model answered, %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptBlocks</name>
    <message numerus="yes">
        <source>interrupted, %1 of %n words heard</source>
        <translation>
            <numerusform>interrupted, %1 of %n word heard</numerusform>
            <numerusform>interrupted, %1 of %n words heard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::AgentListPage</name>
    <message numerus="yes">
        <source>%1 was not imported: %n problem(s).</source>
        <translation>
            <numerusform>%1 was not imported: %n problem.</numerusform>
            <numerusform>%1 was not imported: %n problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::AgentsTableModel</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::AuditPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were written.</source>
        <translation>
            <numerusform>%n entry was written.</numerusform>
            <numerusform>%n entries were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::BenchScreen</name>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n barge-ins</source>
        <translation>
            <numerusform>%n barge-in</numerusform>
            <numerusform>%n barge-ins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::BenchSide</name>
    <message numerus="yes">
        <source>%n in this call</source>
        <translation>
            <numerusform>%n in this call</numerusform>
            <numerusform>%n in this call</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::ConflictPage</name>
    <message numerus="yes">
        <source>%1: two people changed %n field(s)</source>
        <translation>
            <numerusform>%1: two people changed %n field</numerusform>
            <numerusform>%1: two people changed %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 versions differ in %n field(s)</source>
        <translation>
            <numerusform>%1: %2 versions differ in %n field</numerusform>
            <numerusform>%1: %2 versions differ in %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::ConflictSidePanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::ConversationSide</name>
    <message numerus="yes">
        <source>Barge-in, %1 of %n words heard</source>
        <translation>
            <numerusform>Barge-in, %1 of %n word heard</numerusform>
            <numerusform>Barge-in, %1 of %n words heard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::DetailPage</name>
    <message numerus="yes">
        <source>%n overlaps</source>
        <translation>
            <numerusform>%n overlap</numerusform>
            <numerusform>%n overlaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n answers over %2 ms</source>
        <translation>
            <numerusform>%1 of %n answer over %2 ms</numerusform>
            <numerusform>%1 of %n answers over %2 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::FilterRow</name>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::HistoryPage</name>
    <message numerus="yes">
        <source>%n save(s) between</source>
        <translation>
            <numerusform>%n save between</numerusform>
            <numerusform>%n saves between</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::Inspector</name>
    <message numerus="yes">
        <source>%n node(s) selected. Drag moves them together, Ctrl+C copies them, Delete removes them.</source>
        <translation>
            <numerusform>%n node selected. Drag moves them together, Ctrl+C copies them, Delete removes them.</numerusform>
            <numerusform>%n nodes selected. Drag moves them together, Ctrl+C copies them, Delete removes them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::PreviewPanel</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::PromptsPage</name>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n example</numerusform>
            <numerusform>%n examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s); six or more are understood well</source>
        <translation>
            <numerusform>%n example; six or more are understood well</numerusform>
            <numerusform>%n examples; six or more are understood well</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::PublishDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::ReleasesModel</name>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::Sync</name>
    <message numerus="yes">
        <source>%n change(s) wait here.</source>
        <translation>
            <numerusform>%n change waits here.</numerusform>
            <numerusform>%n changes wait here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) on their way.</source>
        <translation>
            <numerusform>%n change on its way.</numerusform>
            <numerusform>%n changes on their way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) were changed in two places and wait for a decision.</source>
        <translation>
            <numerusform>%n agent was changed in two places and waits for a decision.</numerusform>
            <numerusform>%n agents were changed in two places and wait for a decision.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::TextDiffView</name>
    <message numerus="yes">
        <source>%n line(s) are the same</source>
        <translation>
            <numerusform>%n line is the same</numerusform>
            <numerusform>%n lines are the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::TodayScreen</name>
    <message numerus="yes">
        <source>%n problem(s) in its graph</source>
        <translation>
            <numerusform>%n problem in its graph</numerusform>
            <numerusform>%n problems in its graph</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) on its time axis</source>
        <translation>
            <numerusform>%n error on its time axis</numerusform>
            <numerusform>%n errors on its time axis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::ToolCard</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::VersionsModel</name>
    <message numerus="yes">
        <source>%n save(s) in between</source>
        <translation>
            <numerusform>%n save in between</numerusform>
            <numerusform>%n saves in between</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::WorkspacePage</name>
    <message numerus="yes">
        <source>%n agent(s) were copied into “%1”.</source>
        <translation>
            <numerusform>%n agent was copied into “%1”.</numerusform>
            <numerusform>%n agents were copied into “%1”.</numerusform>
        </translation>
    </message>
</context>
</TS>
