<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Agent</name>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal for the delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role and rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a language model is told before each answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs the agent may answer from, one thought each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentModel</name>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentVariable</name>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BranchSettings</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison such as total &gt; 100 or city == &quot;Tver&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the way out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried from top to bottom; the first that is true is taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpointing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Changes from elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change role and rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndSettings</name>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said before the agent hangs up; may be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call counts as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Something went wrong that the program has no name for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details and send them to your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you may open it and that the disk is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you may write there, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not valid JSON (at %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in an editor, correct that place and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field %1 is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or check its spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field %1 is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field %1 has the wrong type, %2 is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of %1 is outside %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a value within these limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of %1 is not allowed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the allowed values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This %1 was made by a newer version (schema %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown read-only; update the program to edit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound file %1 is damaged: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound format of %1 is not supported: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert it to WAV and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no %1 named %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name; the list shows what there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed by someone else in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at both versions and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace database %1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a backup, or open another workspace folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace database %1 is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 was written by a newer version (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds %1 is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space; nothing that was saved before is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 is open in another console: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that console, or open another workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent %1 has problems that keep it from running: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it and go through the list of problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression %1 is wrong: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it; the mark shows where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression %1 could not be worked out: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the values it uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation went in a circle at %1 without listening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a question to the caller into that circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script has no start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a Start step and connect it to the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script has more than one start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one Start step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version does not know the step type %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program, or replace the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two steps share the id %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of them another id; a copied step gets one by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection leads to the step %1, which is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it to another step or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection leaves by %1, which this step does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect one of the step&apos;s own ways out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is connected to more than one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one connection for each way out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way out %1 leads nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it to a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way leads to this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps %1 form a circle in which nobody listens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a Listen step into the circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script is too large: at most %1 steps can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into several agents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no variable %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declare it among the agent&apos;s variables, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no meaning %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the agent&apos;s meanings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meaning %1 has no example phrases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down a few ways in which callers say it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text for the language %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it, or remove the language from the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent&apos;s knowledge is empty for the language %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what the agent shall answer from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 is not installed (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it in the settings, or run the setup again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of the model %1 are damaged (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it and install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 stopped working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the call again; if it repeats, install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no voice for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a voice, or choose another in the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language %1 cannot be recognised here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another recogniser in the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect one, or continue in text mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loudspeaker or headset was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect one; answers are shown as text until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device %1 was disconnected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it again, or choose another device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill it in under Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret %1 is not stored on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it under Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and that the server is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer within %2 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or allow it more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not accept the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key under Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 allows no more requests for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait %2 s and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with an error (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later; the details show what it said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with something that makes no sense (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address belongs to the right server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than allowed (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it smaller, or split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address %1 is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an http or https address that the settings allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice %1 could not speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is shown as text; choose another voice if it repeats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech recognition (%1) failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call goes on; ask the caller to repeat, or type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again when you are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExpressionReason</name>
    <message>
        <source>%1 is not expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no variable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no function %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these values do not go together (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the type does not fit (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value of type %1 has no fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value of type %1 has no numbered parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no field %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the position lies outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>division by zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number %1 cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown character after the backslash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the closing quote is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte strings are not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsigned numbers are not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a reserved word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has() needs a field, as in has(order.code)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key must be a text or a whole number, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key stands twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pattern %1 is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pattern %1 takes too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no time zone %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a closing brace stands alone; write }} for a brace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the closing brace is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandoverSettings</name>
    <message>
        <source>Said before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells the caller that a person takes over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who takes the call: a team or a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the person sees. Variables in braces are filled in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intent</name>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What callers say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six or more examples, in the words callers really use.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KnowledgeSettings</name>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: what the caller said last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well it must fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 answers always, 1 only when every word of the question is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said before the answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LatencyPart</name>
    <message>
        <source>Endpointing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListenSettings</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For order codes: A is a letter, 9 a digit, as in AA-9999. Empty: any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked before listening; may be empty when a step before has asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller may interrupt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meanings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each meaning is a way out of this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes and no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood without examples; two ways out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details to note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers, dates, codes and the like are put into variables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understand these meanings at every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that &quot;a person, please&quot; works anywhere in the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the agent must be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the caller may be silent before being asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often, before the call goes on by &quot;Did not understand&quot; or &quot;Silence&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said when asking again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first, then the second and so on. Empty: the question once more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelSettings</name>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model shall do at this step, after the agent&apos;s own instructions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also into variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 says the same each time, 1 varies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodeType</name>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes one of several ways, by what is known so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says goodbye and hangs up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes the call to a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer from knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds the sentence of the agent&apos;s knowledge that answers, and says it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks, waits for the caller and goes on by what was meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A language model answers in its own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent says a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a value in a variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every call begins here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks another system over HTTP and remembers its answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Port</name>
    <message>
        <source>Otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not understand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaySettings</name>
    <message>
        <source>What the agent says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put variables in braces: Your order {order.code} is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller may interrupt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off for what must be heard to the end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetSettings</name>
    <message>
        <source>Variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the value is kept during the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, a &quot;text&quot; in quotes, or something worked out: total * 2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeechSettings</name>
    <message>
        <source>Recogniser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech synthesis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolSettings</name>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret:NAME stands for a secret, which is never shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in order.items[0].name; empty: the whole answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the timeline calls it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables in braces are filled in: https://shop.example/orders/{code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON. A text such as &quot;{code}&quot; becomes the variable&apos;s value, with its type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places an order, sends a message: done once at most, never in advance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;One moment, please&quot;: bridges the wait.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TurnSettings</name>
    <message>
        <source>End of the caller&apos;s turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait after the last word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the caller must be silent before the agent answers. Shorter is quicker, longer cuts off fewer callers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used when the words are complete: a plain yes, a full sentence, all digits of a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used when the words trail off: &quot;and…&quot;, half a phone number, half an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn the caller&apos;s pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits longer for a caller who has been cut off or pauses a lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortens or lengthens the wait by what was said so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start recognition after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence after which recognition starts in advance; thrown away when the caller goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller may interrupt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the agent after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice for this long pauses the agent; it goes on where it stopped when it was only a cough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the agent after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech of this length ends the agent&apos;s answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or after this many words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;Aha&quot;, &quot;mm-hm&quot; and the like do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after silence of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paused agent goes on when the caller was silent this long and said nothing that counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a silent caller is waited for when the step does not say it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A caller who talks longer is answered at the next breath, at the latest after twice this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise it where there is noise around the caller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A voice must last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter sounds are clicks, not speech.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariableType</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
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
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes at once. Agents keep the languages they speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call listens by itself; this is only to try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::AgentListPage</name>
    <message>
        <source>Search agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agents yet. An agent answers calls after a script you draw as a graph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent matches this search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New agent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 was not imported: %n problem(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::AgentsHistory</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::AgentsScreen</name>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::AgentsTableModel</name>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two versions to merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::BenchScreen</name>
    <message>
        <source>Test bench</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::BuilderPage</name>
    <message>
        <source>This agent was changed elsewhere; you see the new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent was deleted elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk to this agent as it stands (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename agent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call this agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by a newer version, read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1 %2 (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1 %2 (Ctrl+Shift+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::ChangesModel</name>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::ConversationsScreen</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::GraphActions</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add node…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find node…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align tops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align bottoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidy up the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::GraphPage</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::GraphScene</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::GraphView</name>
    <message>
        <source>leads nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph of the agent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::HeldWindow</name>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of a workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::HistoryPage</name>
    <message>
        <source>Return to this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The older version is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One version is compared with the one before it; Ctrl picks two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name what stands now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 added   −%2 removed   ~%3 changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::Inspector</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) selected. Drag moves them together, Ctrl+C copies them, Delete removes them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>An arrow is selected. Delete removes it; to lead it elsewhere, drag from its port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a node to see and change what it does. Double-click the canvas to add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of node comes from a newer version. It is kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::Minimap</name>
    <message>
        <source>Overview of the graph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::NodeFinder</name>
    <message>
        <source>Find a node by its words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::NodePicker</name>
    <message>
        <source>Find a node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of nodes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::NodeTools</name>
    <message>
        <source>Select (V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the view (H)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::OutcomesBar</name>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::OutcomesForm</name>
    <message>
        <source>Outcome “%1” leads to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This outcome leads nowhere: the caller would hear silence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads nowhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::Problems</name>
    <message>
        <source>%1: %2</source>
        <comment>node: what is wrong</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::ProblemsStrip</name>
    <message>
        <source>Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair this problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors: the agent cannot be called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the arrow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::PromptsPage</name>
    <message>
        <source>Role and rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a language model is told before each answer. Agents without a model node do not need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs the agent may answer from; a line starting with # is a heading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What callers want</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What callers say, one example a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s); six or more are understood well</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>new_intent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::SettingsSection</name>
    <message>
        <source>Recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and voices on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They work without a network. What calls say never leaves this machine through them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not for business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name: agents choose it by that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another address has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address begins with https:// or http:// and names a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits, dots, hyphens and underscores only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key is read from the environment variable %1, which is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key is read from the environment variable %1, which is not set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers with an OpenAI-compatible interface. Agents without a model node need none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (the system&apos;s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loudspeaker is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents, conversations and recordings are all in here. To work in another one start voxdesk --workspace FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::ShellCommands</name>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find or run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
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
        <source>Hang up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::ShellMenus</name>
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
        <source>&amp;Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::ShellPalette</name>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::ShellStatus</name>
    <message>
        <source>Workspace folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone: calls are typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay of today&apos;s answers, 95 of 100 are faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::ShellWindow</name>
    <message>
        <source>%1 – Voxdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no microphone: this call is typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::TodayFigures</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed by the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations by hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey: mean of the last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has called in the last 7 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goal %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::TodayScreen</name>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the agent you worked on last (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you. Call an agent and hear how it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no agent yet. Make the first one from a template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be called</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in its graph</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Put right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicting edits: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed in two places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A conversation failed: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) on its time axis</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It ended before its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A conversation was cut off: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended while it went on; what was heard is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You type to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You talk to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation with “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::TryItBox</name>
    <message>
        <source>Try it: what would a caller say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence to understand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::VersionsModel</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved automatically</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::ZoomControl</name>
    <message>
        <source>Zoom out (Ctrl+−)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to 100 % (Ctrl+0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in (Ctrl++)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole graph (Shift+1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::Bars</name>
    <message>
        <source>usually %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::ChoiceEditor</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::FieldForm</name>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::JsonEditor</name>
    <message>
        <source>Not JSON at character %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::Lanes</name>
    <message>
        <source>Caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound of caller and agent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::LevelMeter</name>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::LocalizedEditor</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::MoneyEditor</name>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an amount like 12.50 and a currency like EUR.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::NumberEditor</name>
    <message>
        <source>Type a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::ObjectListEditor</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::PageHeader</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::PaletteField</name>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::PaletteList</name>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::Progress</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::Rail</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::Ruler</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::SpanTracks</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::Spark</name>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::StackedBar</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::StatusBar</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::ToastCard</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::Toasts</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::TopBar</name>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::Waterfall</name>
    <message>
        <source>From silence to sound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vox::kit::WordsTrack</name>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
