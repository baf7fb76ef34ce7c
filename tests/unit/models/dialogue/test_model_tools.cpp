#include "models/dialogue/program.h"
#include <QJsonDocument>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

QJsonObject en(const QString &text) { return {{u"en"_s, text}}; }
// JSON with single quotes.
QByteArray quoted(QByteArray text) { return text.replace('\'', '"'); }
QJsonObject json(const char *text) { return QJsonDocument::fromJson(quoted(text)).object(); }
// With single quotes, which are easier to read in a test.
QString compact(const QJsonValue &value)
{
    QByteArray text = (value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject())).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.replace('"', '\''));
}

// Two tools: one reads, one changes something.
QJsonObject thinkSettings()
{
    QJsonObject settings = json("{'instructions': 'Help.', 'variable': 'answer', 'rounds': 2, 'result_characters': 200,"
        "'may_end': true, 'queues': ['desk'], 'may_press': true, 'may_wait': true,"
        "'tools': ["
          "{'name': 'find', 'description': 'Finds.', 'method': 'GET', 'url': 'https://shop.example/orders/{code}?d={detail}',"
           "'headers': [{'name': 'Authorization', 'value': 'secret:shop'}, {'name': 'X-Code', 'value': '{code}'}],"
           "'arguments': [{'name': 'code'}, {'name': 'detail', 'needed': false, 'one_of': ['short', 'long']}],"
           "'retries': 2, 'saves': [{'path': '/order/lines/0/state', 'variable': 'state'}]},"
          "{'name': 'buy', 'description': 'Buys.', 'method': 'POST', 'url': 'https://shop.example/orders', 'changes_outside': true,"
           "'arguments': [{'name': 'item'}, {'name': 'count', 'type': 'integer', 'one_of': ['1', '2']}, {'name': 'tags', 'type': 'texts', 'needed': false},"
                         "{'name': 'gift', 'type': 'boolean', 'needed': false}, {'name': 'price', 'type': 'number', 'needed': false}]},"
          "{'name': 'shape', 'description': 'Sends a body.', 'method': 'PUT', 'url': 'https://shop.example/shape',"
           "'body': '{\\\"order\\\": {\\\"code\\\": \\\"{code}\\\", \\\"by\\\": \\\"{caller_name}\\\"}}', 'arguments': [{'name': 'code'}]}"
        "]}");
    return settings;
}

AgentScript thinker(const QJsonObject &settings = thinkSettings())
{
    AgentScript script;
    script.name = u"Thinker"_s;
    script.languages = {u"en"_s};
    script.prompt.byTag = {{u"en"_s, u"You are brief."_s}};
    script.variables = {{u"state"_s, u"any"_s, {}}, {u"answer"_s, u"string"_s, {}}, {u"caller_name"_s, u"string"_s, u"Ann"_s}};
    script.flow.nodes = {{u"s"_s, u"start"_s, {}, {}, {}},
                         {u"ask"_s, u"listen"_s, {}, {}, {{u"prompt"_s, en(u"Yes?"_s)}, {u"attempts"_s, 0}}},
                         {u"think"_s, u"model"_s, {}, {}, settings},
                         {u"more"_s, u"listen"_s, {}, {}, {{u"attempts"_s, 0}}},
                         {u"sorry"_s, u"end"_s, {}, {}, {{u"text"_s, en(u"Sorry."_s)}}}};
    const QList<QStringList> edges{{u"s"_s, u"next"_s, u"ask"_s}, {u"ask"_s, u"else"_s, u"think"_s}, {u"think"_s, u"done"_s, u"more"_s},
                                   {u"think"_s, u"failed"_s, u"sorry"_s}, {u"more"_s, u"else"_s, u"think"_s}};
    for (const QStringList &edge : edges) script.flow.edges.append({u"e%1"_s.arg(script.flow.edges.size()), edge[0], edge[1], edge[2]});
    return script;
}

QJsonObject call(const QString &name, const QJsonObject &arguments, const QString &id = {})
{
    return {{u"id"_s, id.isEmpty() ? u"id_"_s + name : id}, {u"name"_s, name}, {u"arguments"_s, arguments}};
}

QString line(const DialogueAction &action)
{
    if (const auto *a = std::get_if<Say>(&action)) return u"say "_s + a->text;
    if (const auto *a = std::get_if<Listen>(&action)) return u"listen "_s + a->node;
    if (const auto *a = std::get_if<CallTool>(&action)) return u"%1 %2 %3 %4 %5"_s.arg(a->receipt, a->name, a->method, a->url, QString::fromUtf8(a->body)).simplified().replace(u'"', u'\'');
    if (const auto *a = std::get_if<AskModel>(&action)) return u"model "_s + a->receipt + (a->tools.isEmpty() ? u" without tools"_s : QString());
    if (const auto *a = std::get_if<HandOver>(&action)) return u"handover "_s + a->queue + u' ' + a->note;
    if (const auto *a = std::get_if<EndCall>(&action)) return u"end "_s + a->outcome;
    if (const auto *a = std::get_if<SetVariable>(&action)) return u"set "_s + a->name + u'=' + a->value.toVariant().toString();
    if (const auto *a = std::get_if<Trouble>(&action)) return u"trouble "_s + a->error.codeName();
    return {};
}

} // namespace

class TestModelTools : public QObject {
    Q_OBJECT

    std::shared_ptr<const Program> program;
    DialogueState state;
    QList<DialogueAction> actions; // of the last step

    QString take(const DialogueEvent &event)
    {
        const DialogueStep step = advance(*program, state, event);
        state = DialogueState::fromJson(step.state.toJson()); // a checkpoint loses nothing, also in the middle of a tool
        actions = step.actions;
        QStringList lines;
        for (const DialogueAction &action : step.actions)
            if (const QString text = line(action); !text.isEmpty()) lines.append(text);
        return lines.join(u" | "_s);
    }
    QString say(const QString &text)
    {
        CallerSaid said;
        said.text = text;
        return take({said});
    }
    // To the moment at which the model was asked, as 1:think.
    void begin(const QJsonObject &settings = thinkSettings())
    {
        const auto compiled = Program::compile(thinker(settings));
        if (!compiled) qWarning() << compiled.error().detail;
        QVERIFY(compiled);
        program = *compiled;
        state = initialState(*program, u"en"_s);
        take({CallStarted{u"en"_s, {}, {}}});
        QCOMPARE(say(u"where is it"_s), u"model 1:think"_s);
    }
    QString calls(const QString &receipt, const QJsonArray &wanted) { return take({ModelFinished{receipt, wanted}}); }
    template <typename Action> const Action *last() const
    {
        for (auto it = actions.rbegin(); it != actions.rend(); ++it)
            if (const auto *found = std::get_if<Action>(&*it)) return found;
        return nullptr;
    }
    // Roles and contents of what the model was last asked.
    QStringList asked() const
    {
        QStringList out;
        static const QStringList roles{u"user"_s, u"assistant"_s, u"tool"_s};
        for (const ChatMessage &message : last<AskModel>()->messages) {
            QString text = roles[int(message.from)] + u": "_s + QString(message.text).replace(u'"', u'\'');
            if (!message.toolCalls.isEmpty()) text += compact(message.toolCalls);
            if (message.from == ChatMessage::From::Tool) text += u" for "_s + message.toolCallId;
            out.append(text);
        }
        return out;
    }

private slots:
    void offersSchemas()
    {
        begin();
        const QJsonArray tools = last<AskModel>()->tools;
        QCOMPARE(tools.size(), 7);
        QCOMPARE(tools[0]["name"_L1].toString(), u"find"_s);
        QCOMPARE(compact(tools[0]["parameters"_L1]),
                 u"{'additionalProperties':false,'properties':{'code':{'type':'string'},'detail':{'enum':['short','long'],'type':'string'}},'required':['code'],'type':'object'}"_s);
        QCOMPARE(compact(tools[1]["parameters"_L1]["properties"_L1]["count"_L1]), u"{'enum':[1,2],'type':'integer'}"_s);
        QCOMPARE(compact(tools[1]["parameters"_L1]["properties"_L1]["tags"_L1]), u"{'items':{'type':'string'},'type':'array'}"_s);
        QStringList names;
        for (const QJsonValue &tool : tools) names.append(tool["name"_L1].toString());
        QCOMPARE(names.mid(3), (QStringList{u"end_call"_s, u"hand_over"_s, u"press_keys"_s, u"wait"_s}));
        QJsonObject plain = thinkSettings();
        for (const QString &key : {u"tools"_s, u"may_end"_s, u"queues"_s, u"may_press"_s, u"may_wait"_s}) plain.remove(key);
        const auto compiled = Program::compile(thinker(plain));
        QVERIFY(compiled);
        program = *compiled;
        state = initialState(*program, u"en"_s);
        take({CallStarted{u"en"_s, {}, {}}});
        QCOMPARE(say(u"hello"_s), u"model 1:think without tools"_s);
    }

    void wholeExchange()
    {
        begin();
        QCOMPARE(take({ModelText{u"1:think"_s, u"Let me look."_s}}), u"say Let me look."_s);
        QCOMPARE(calls(u"1:think"_s, {call(u"find"_s, {{u"code"_s, u"A/B 42"_s}, {u"detail"_s, QJsonValue::Null}})}),
                 u"2:think find GET https://shop.example/orders/A%2FB%2042?d="_s);
        QCOMPARE(last<CallTool>()->retries, 2);
        QCOMPARE(last<CallTool>()->headers, (QList<QPair<QString, QString>>{{u"Authorization"_s, u"secret:shop"_s}, {u"X-Code"_s, u"A/B 42"_s}}));
        // A replay of the same event asks for nothing twice, and a stranger's answer is nobody's.
        QCOMPARE(calls(u"1:think"_s, {call(u"find"_s, {{u"code"_s, u"A"_s}})}), QString());
        QCOMPARE(take({ToolReturned{u"9:think"_s, 200, json("{}")}}), QString());
        const QJsonObject answer = json("{'order': {'lines': [{'state': 'sent'}]}}");
        QCOMPARE(take({ToolReturned{u"2:think"_s, 200, answer}}), u"set state=sent | model 3:think"_s);
        QCOMPARE(asked(), (QStringList{u"user: where is it"_s,
                                       u"assistant: Let me look.[{'arguments':{'code':'A/B 42'},'id':'id_find','name':'find'}]"_s,
                                       u"tool: {'order':{'lines':[{'state':'sent'}]}} for id_find"_s}));
        QCOMPARE(take({ToolReturned{u"2:think"_s, 200, answer}}), QString()); // twice
        QCOMPARE(take({ModelText{u"3:think"_s, u"It was sent."_s}}), u"say It was sent."_s);
        QCOMPARE(take({ModelFinished{u"3:think"_s, {}}}), u"set answer=It was sent. | listen more"_s);
        take({SpeechEnded{u"Let me look. It was"_s, true}});
        // What the next question is asked with: the tool and its result are not forgotten, words nobody heard are.
        say(u"what?"_s);
        QCOMPARE(asked().mid(1), (QStringList{u"assistant: [{'arguments':{'code':'A/B 42'},'id':'id_find','name':'find'}]"_s,
                                              u"tool: {'order':{'lines':[{'state':'sent'}]}} for id_find"_s,
                                              u"assistant: Let me look. It was"_s, u"user: what?"_s}));
    }

    void bodies()
    {
        begin();
        QCOMPARE(calls(u"1:think"_s, {call(u"shape"_s, {{u"code"_s, u"\"}"_s}}), call(u"buy"_s, {{u"item"_s, u"tea"_s}, {u"count"_s, 2}, {u"tags"_s, QJsonArray{u"a"_s}}})}),
                 u"2:think shape PUT https://shop.example/shape {'order':{'by':'Ann','code':'\\'}'}} | 3:think buy POST https://shop.example/orders {'count':2,'item':'tea','tags':['a']}"_s);
        QVERIFY(last<CallTool>()->changesOutside);
    }

    void aModelNamesNoSecret()
    {
        begin();
        QCOMPARE(calls(u"1:think"_s, {call(u"find"_s, {{u"code"_s, u"secret:bank"_s}})}),
                 u"trouble BadValue | 2:think find GET https://shop.example/orders/secret%3Abank?d="_s);
        QCOMPARE(last<CallTool>()->headers.size(), 1);
    }

    void wrongArguments_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("problem"); // empty: they are good
        const auto row = [](const char *name, const char *tool, const char *arguments, const char *problem) {
            QTest::newRow(name) << QString::fromLatin1(tool) << QString::fromLatin1(arguments) << QString::fromLatin1(problem);
        };
        row("good", "buy", "{'item':'tea','count':2,'gift':true,'price':1.5}", "");
        row("left out by null", "buy", "{'item':'tea','count':1,'gift':null}", "");
        row("missing", "buy", "{'count':2}", "item is missing");
        row("needed one is null", "find", "{'code':null}", "code is missing");
        row("text for a number", "buy", "{'item':'tea','count':'2'}", "count must be of type integer");
        row("half a number", "buy", "{'item':'tea','count':1.5}", "count must be of type integer");
        row("not allowed", "buy", "{'item':'tea','count':3}", "count is not one of the allowed values");
        row("not allowed text", "find", "{'code':'a','detail':'all'}", "detail is not one of the allowed values");
        row("number for a text", "find", "{'code':7}", "code must be of type string");
        row("list of numbers", "buy", "{'item':'tea','count':1,'tags':[1]}", "tags must be of type array");
        row("word for yes", "buy", "{'item':'tea','count':1,'gift':'yes'}", "gift must be of type boolean");
        row("unknown", "find", "{'code':'a','colour':'red'}", "colour is unknown");
        row("queue not allowed", "hand_over", "{'queue':'bank'}", "queue is not one of the allowed values");
    }
    void wrongArguments()
    {
        QFETCH(QString, tool);
        QFETCH(QString, arguments);
        QFETCH(QString, problem);
        begin();
        const QString done = calls(u"1:think"_s, {call(tool, QJsonDocument::fromJson(quoted(arguments.toUtf8())).object())});
        if (problem.isEmpty()) {
            QVERIFY2(done.startsWith(u"2:think buy"_s), qPrintable(done));
            return;
        }
        QCOMPARE(done, u"trouble ToolArgumentsWrong | model 2:think"_s);
        const QJsonObject told = QJsonDocument::fromJson(asked().last().mid(6).section(u" for "_s, 0, 0).replace(u'\'', u'"').toUtf8()).object();
        QVERIFY(told["error"_L1].toString().contains(u"Nothing was done"_s));
        QCOMPARE(told["details"_L1][0]["argument"_L1].toString() + u' ' + told["details"_L1][0]["problem"_L1].toString(), problem);
    }

    void mistakesOfAModel()
    {
        begin();
        QJsonObject broken = call(u"find"_s, {});
        broken.insert(u"broken"_s, u"{\"code\": "_s);
        QCOMPARE(calls(u"1:think"_s, {call(u"fly"_s, {}), broken, call(u""_s, {}, u"x"_s)}),
                 u"trouble ToolUnknown | trouble ToolArgumentsWrong | trouble ToolUnknown | model 2:think"_s);
        QCOMPARE(asked().filter(u"tool: "_s).size(), 3);
        // Rounds that only bring mistakes are counted, too.
        QCOMPARE(calls(u"2:think"_s, {call(u"fly"_s, {})}), u"trouble ToolUnknown | trouble ToolRoundsUsedUp | model 3:think without tools"_s);
        QCOMPARE(calls(u"3:think"_s, {call(u"find"_s, {{u"code"_s, u"a"_s}})}), u"say Sorry. | end completed"_s);
    }

    void tooManyAtOnce()
    {
        begin();
        QJsonArray wanted;
        for (int i = 0; i < 20; ++i) wanted.append(call(u"find"_s, {{u"code"_s, u"c%1"_s.arg(i)}}, u"id%1"_s.arg(i)));
        QCOMPARE(calls(u"1:think"_s, wanted).count(u"GET"_s), 8);
        for (int i = 2; i < 9; ++i) QCOMPARE(take({ToolReturned{u"%1:think"_s.arg(i), 200, json("{}")}}), QString());
        QCOMPARE(take({ToolReturned{u"9:think"_s, 200, json("{}")}}), u"model 10:think"_s);
        QCOMPARE(asked().filter(u"tool: "_s).size(), 20); // each call has its answer, in order
        QVERIFY(asked().last().endsWith(u"for id19"_s));
    }

    void inAnyOrder()
    {
        begin();
        calls(u"1:think"_s, {call(u"find"_s, {{u"code"_s, u"a"_s}}, u"a"_s), call(u"find"_s, {{u"code"_s, u"b"_s}}, u"b"_s)});
        QCOMPARE(take({ToolReturned{u"3:think"_s, 404, u"no such order"_s}}), u"trouble ServerFailed"_s);
        QCOMPARE(take({ToolFailed{u"2:think"_s, Error(Error::Code::TimedOut)}}), u"trouble TimedOut | model 4:think"_s);
        QCOMPARE(asked().mid(2), (QStringList{u"tool: {'error':'TimedOut'} for a"_s, u"tool: {'details':'no such order','error':'status 404'} for b"_s}));
    }

    void longResultsAreCut()
    {
        begin();
        calls(u"1:think"_s, {call(u"find"_s, {{u"code"_s, u"a"_s}})});
        take({ToolReturned{u"2:think"_s, 200, QString(5000, u'x')}});
        QCOMPARE(asked().last().size(), QStringLiteral("tool:  for id_find").size() + 200 + QStringLiteral(" [cut off]").size());
    }

    // Whatever the model thinks of the result, one order is placed.
    void sideEffectsHappenOnce()
    {
        begin();
        const QJsonObject tea{{u"item"_s, u"tea"_s}, {u"count"_s, 1}};
        QVERIFY(calls(u"1:think"_s, {call(u"buy"_s, tea)}).contains(u"POST"_s));
        QCOMPARE(take({ToolFailed{u"2:think"_s, Error(Error::Code::TimedOut)}}), u"trouble TimedOut | model 3:think"_s);
        QVERIFY(asked().last().contains(u"may have been done"_s));
        QCOMPARE(calls(u"3:think"_s, {call(u"buy"_s, tea)}), u"trouble ToolRoundsUsedUp | model 4:think without tools"_s);
        QVERIFY(asked().last().contains(u"not done twice"_s));
    }

    void wordsWhileItWorks()
    {
        begin();
        QVERIFY(takesWords(*program, state));
        QCOMPARE(say(u"I mean the red one"_s), u"model 2:think"_s); // asked again, the first question is nobody's
        QCOMPARE(asked(), (QStringList{u"user: where is it"_s, u"user: I mean the red one"_s}));
        QCOMPARE(take({ModelText{u"1:think"_s, u"Late."_s}}), QString());
        QCOMPARE(take({ModelText{u"2:think"_s, u"One moment."_s}}), u"say One moment."_s);
        QVERIFY(!takesWords(*program, state)); // it answers already
        calls(u"2:think"_s, {call(u"find"_s, {{u"code"_s, u"a"_s}})});
        QVERIFY(takesWords(*program, state));
        take({SpeechEnded{u"One"_s, true}});
        QCOMPARE(say(u"hurry up"_s), QString());
        QCOMPARE(take({ToolReturned{u"3:think"_s, 200, json("{}")}}), u"model 4:think"_s);
        QCOMPARE(asked().mid(2), (QStringList{u"assistant: One"_s, u"user: hurry up"_s, u"assistant: [{'arguments':{'code':'a'},'id':'id_find','name':'find'}]"_s,
                                              u"tool: {} for id_find"_s}));
    }

    void builtIn()
    {
        begin();
        QCOMPARE(calls(u"1:think"_s, {call(u"end_call"_s, {{u"last_words"_s, u"Bye."_s}, {u"outcome"_s, u"failed"_s}})}), u"say Bye. | end failed"_s);
        begin();
        // What was asked for beside it is done first, and not asked about.
        QCOMPARE(calls(u"1:think"_s, {call(u"hand_over"_s, {{u"queue"_s, u"desk"_s}, {u"note"_s, u"angry"_s}}), call(u"press_keys"_s, {{u"digits"_s, u"1#"_s}})}),
                 u"2:think press_keys"_s);
        QCOMPARE(int(last<CallTool>()->kind), int(CallTool::Kind::PressKeys));
        QCOMPARE(take({ToolReturned{u"2:think"_s, 200, json("{}")}}), u"handover desk angry | end handed_over"_s);
        begin();
        QCOMPARE(calls(u"1:think"_s, {call(u"wait"_s, {{u"seconds"_s, 5000}})}), u"2:think wait"_s);
        QCOMPARE(last<CallTool>()->timeoutMs, 60000);
        QJsonObject locked = thinkSettings();
        for (const QString &key : {u"may_end"_s, u"queues"_s, u"may_press"_s, u"may_wait"_s}) locked.remove(key);
        begin(locked);
        QCOMPARE(calls(u"1:think"_s, {call(u"end_call"_s, {}), call(u"hand_over"_s, {{u"queue"_s, u"desk"_s}}), call(u"press_keys"_s, {{u"digits"_s, u"1"_s}})}),
                 u"trouble ToolUnknown | trouble ToolUnknown | trouble ToolUnknown | model 2:think"_s);
    }

    void earlyWords()
    {
        AgentScript script = thinker();
        script.intents = {{u"a"_s, u"a"_s, {{{u"en"_s, {u"tell me the terms"_s}}}}}, {u"b"_s, u"b"_s, {{{u"en"_s, {u"place my order"_s}}}}}};
        script.flow.nodes[1].settings = QJsonObject{{u"prompt"_s, en(u"Yes?"_s)}, {u"intents"_s, QJsonArray{u"a"_s, u"b"_s}}, {u"yes_no"_s, true}};
        for (const QString &port : {u"a"_s, u"b"_s, u"yes"_s, u"no"_s}) script.flow.edges.append({u"x"_s + port, u"ask"_s, port, u"sorry"_s});
        const auto compiled = Program::compile(script);
        QVERIFY(compiled);
        program = *compiled;
        const auto early = [&](const QString &text, const QString &before) {
            state = initialState(*program, u"en"_s);
            take({CallStarted{u"en"_s, {}, {}}});
            state.variables.insert(u"last"_s, QJsonObject{{u"intent"_s, before}});
            CallerSaid said;
            said.text = text;
            said.early = true;
            return take({said});
        };
        QCOMPARE(early(u"tell me the terms"_s, u"b"_s), u"say Sorry. | end completed"_s); // a wish
        QCOMPARE(early(u"tell me the terms"_s, u"a"_s), QString());                       // is being done already
        QCOMPARE(early(u"yes"_s, u"b"_s), QString());                                     // no answer to what was not asked
        QCOMPARE(early(u"well I wonder"_s, u"b"_s), QString());
        QCOMPARE(state.node, u"ask"_s);
        QVERIFY(state.misses.isEmpty());
    }

    void problems_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const char *tool, const char *path) {
            QTest::newRow(name) << u"{'instructions': '', 'tools': [%1]}"_s.arg(QString::fromLatin1(tool)) << u"/flow/nodes/2/settings/tools/"_s + QString::fromLatin1(path);
        };
        row("no name", "{'description':'d','url':'https://x'}", "0/name");
        row("name of two words", "{'name':'find it','description':'d','url':'https://x'}", "0/name");
        row("built-in name", "{'name':'end_call','description':'d','url':'https://x'}", "0/name");
        row("twice", "{'name':'a','description':'d','url':'https://x'},{'name':'a','description':'d','url':'https://x'}", "1/name");
        row("no address", "{'name':'a','description':'d'}", "0/url");
        row("not the web", "{'name':'a','description':'d','url':'file:///etc/passwd'}", "0/url");
        row("unknown name in the address", "{'name':'a','description':'d','url':'https://x/{nothing}'}", "0/url");
        row("argument name", "{'name':'a','description':'d','url':'https://x','arguments':[{'name':'2nd'}]}", "0/arguments/0/name");
        row("argument twice", "{'name':'a','description':'d','url':'https://x','arguments':[{'name':'b'},{'name':'b'}]}", "0/arguments/1/name");
        row("value of another type", "{'name':'a','description':'d','url':'https://x','arguments':[{'name':'b','type':'integer','one_of':['x']}]}", "0/arguments/0/one_of");
        row("body", "{'name':'a','description':'d','url':'https://x','body':'{'}", "0/body");
        row("tries what changes something again", "{'name':'a','description':'d','url':'https://x','changes_outside':true,'retries':1}", "0/retries");
        row("unknown variable", "{'name':'a','description':'d','url':'https://x','saves':[{'path':'','variable':'nobody'}]}", "0/saves/0/variable");
    }
    void problems()
    {
        QFETCH(QString, settings);
        QFETCH(QString, path);
        QStringList found;
        for (const Problem &problem : checkFlow(thinker(QJsonDocument::fromJson(quoted(settings.toUtf8())).object()))) found.append(problem.path);
        QVERIFY2(found.contains(path), qPrintable(found.join(u' ')));
        for (const Problem &problem : checkFlow(thinker())) QFAIL(qPrintable(problem.path));
    }

    // Whatever a model sends and whenever answers come: each receipt is asked for once, and nothing breaks.
    void hostileModel()
    {
        begin();
        const DialogueState asked = state;
        quint32 seed = 7;
        const auto random = [&] { return seed = seed * 1664525u + 1013904223u, seed >> 8; };
        const QByteArray good = quoted("[{'id':'a','name':'buy','arguments':{'item':'tea','count':1}},{'id':'b','name':'find','arguments':{'code':'x'}},{'id':'c','name':'wait','arguments':{'seconds':3}}]");
        for (int i = 0; i < 2000; ++i) {
            state = asked;
            QSet<QString> receipts;
            for (int k = 0; k < 6 && !state.ended; ++k) {
                QByteArray bad = good;
                for (int m = 0; m < int(random() % 4); ++m) bad[qsizetype(random() % quint32(bad.size()))] = "\"{}[]:,01ae-"[random() % 12];
                take({ModelFinished{state.pendingReceipt, QJsonDocument::fromJson(bad).array()}});
                for (const DialogueAction &action : std::as_const(actions))
                    if (const auto *tool = std::get_if<CallTool>(&action)) {
                        QVERIFY(!receipts.contains(tool->receipt));
                        receipts.insert(tool->receipt);
                    }
                for (const QString &receipt : QSet<QString>(receipts)) take({ToolReturned{receipt, int(random() % 600), json("{}")}});
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestModelTools)
#include "test_model_tools.moc"
