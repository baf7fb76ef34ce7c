<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
