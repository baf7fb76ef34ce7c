#include "models/dialogue/program.h"
#include "models/dialogue/node_type.h"
#include <QJsonDocument>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

QJsonObject en(const QString &text) { return {{u"en"_s, text}}; }
Node node(const QString &id, const QString &type, const QJsonObject &settings = {}) { return {id, type, {}, {}, settings}; }

// An order desk: asks, looks the order up, answers, hands over.
AgentScript orderDesk()
{
    AgentScript script;
    script.name = u"Order desk"_s;
    script.languages = {u"en"_s};
    script.prompt.byTag = {{u"en"_s, u"You are brief."_s}};
    script.knowledge.byTag = {{u"en"_s, u"We deliver on weekdays. Delivery takes two days.\nReturns are free for thirty days."_s}};
    script.intents = {{u"order"_s, u"Order"_s, {{{u"en"_s, {u"where is my order"_s, u"track my parcel"_s}}}}},
                      {u"human"_s, u"A person"_s, {{{u"en"_s, {u"let me talk to a person"_s}}}}}};
    script.variables = {{u"code"_s, u"string"_s, {}}, {u"status"_s, u"string"_s, {}}, {u"tries"_s, u"number"_s, 0}};
    script.flow.nodes = {
        node(u"s"_s, u"start"_s),
        node(u"hi"_s, u"say"_s, {{u"text"_s, en(u"Hello."_s)}}),
        node(u"ask"_s, u"listen"_s, {{u"prompt"_s, en(u"How can I help?"_s)}, {u"intents"_s, QJsonArray{u"order"_s}}, {u"attempts"_s, 1},
                                     {u"reprompts"_s, QJsonObject{{u"en"_s, QJsonArray{u"Sorry?"_s}}}}}),
        node(u"code"_s, u"listen"_s, {{u"prompt"_s, en(u"Which order?"_s)}, {u"attempts"_s, 2},
                                      {u"entities"_s, QJsonArray{QJsonObject{{u"type"_s, u"order_code"_s}, {u"variable"_s, u"code"_s}, {u"pattern"_s, u"AA-99"_s}}}}}),
        node(u"look"_s, u"tool"_s, {{u"name"_s, u"orders"_s}, {u"method"_s, u"POST"_s}, {u"url"_s, u"https://shop.example/orders/{code}"_s},
                                    {u"body"_s, u"{\"code\": \"{code}\", \"try\": \"{tries + 1}\"}"_s}, {u"changes_outside"_s, true},
                                    {u"saves"_s, QJsonArray{QJsonObject{{u"path"_s, u"order.lines[0].status"_s}, {u"variable"_s, u"status"_s}}}},
                                    {u"waiting"_s, en(u"One moment."_s)}}),
        node(u"if"_s, u"branch"_s, {{u"conditions"_s, QJsonArray{QJsonObject{{u"id"_s, u"sent"_s}, {u"condition"_s, u"status == 'sent'"_s}}}}}),
        node(u"sent"_s, u"say"_s, {{u"text"_s, en(u"Order {code} is on its way."_s)}}),
        node(u"know"_s, u"knowledge"_s),
        node(u"more"_s, u"listen"_s, {{u"prompt"_s, en(u"Anything else?"_s)}, {u"yes_no"_s, true}, {u"attempts"_s, 0}}),
        node(u"person"_s, u"handover"_s, {{u"queue"_s, u"desk"_s}, {u"note"_s, u"Order {code}"_s}}),
        node(u"anywhere"_s, u"listen"_s, {{u"intents"_s, QJsonArray{u"human"_s}}, {u"everywhere"_s, true}}),
        node(u"bye"_s, u"end"_s, {{u"text"_s, en(u"Goodbye."_s)}}),
    };
    const QList<QStringList> edges{{u"s"_s, u"next"_s, u"hi"_s}, {u"hi"_s, u"next"_s, u"ask"_s}, {u"ask"_s, u"order"_s, u"code"_s}, {u"ask"_s, u"else"_s, u"know"_s},
                                   {u"code"_s, u"understood"_s, u"look"_s}, {u"code"_s, u"else"_s, u"person"_s}, {u"look"_s, u"done"_s, u"if"_s}, {u"look"_s, u"failed"_s, u"person"_s},
                                   {u"if"_s, u"sent"_s, u"sent"_s}, {u"if"_s, u"else"_s, u"person"_s}, {u"sent"_s, u"next"_s, u"more"_s}, {u"know"_s, u"answered"_s, u"more"_s},
                                   {u"know"_s, u"nothing"_s, u"person"_s}, {u"more"_s, u"yes"_s, u"ask"_s}, {u"more"_s, u"no"_s, u"bye"_s}, {u"more"_s, u"else"_s, u"bye"_s},
                                   {u"anywhere"_s, u"human"_s, u"person"_s}, {u"anywhere"_s, u"else"_s, u"person"_s}};
    for (const QStringList &edge : edges) script.flow.edges.append({u"e%1"_s.arg(script.flow.edges.size()), edge[0], edge[1], edge[2]});
    return script;
}

// Actions as short lines.
QString line(const DialogueAction &action)
{
    if (const auto *a = std::get_if<Say>(&action)) return u"say "_s + a->text;
    if (const auto *a = std::get_if<Listen>(&action)) return u"listen "_s + a->node;
    if (const auto *a = std::get_if<CallTool>(&action)) return u"tool "_s + a->receipt + u' ' + a->url + u' ' + QString::fromUtf8(a->body);
    if (const auto *a = std::get_if<AskModel>(&action)) return u"model "_s + a->receipt;
    if (const auto *a = std::get_if<HandOver>(&action)) return u"handover "_s + a->queue + u' ' + a->note;
    if (const auto *a = std::get_if<EndCall>(&action)) return u"end "_s + a->outcome;
    if (const auto *a = std::get_if<SetVariable>(&action)) return u"set "_s + a->name + u'=' + a->value.toVariant().toString();
    if (const auto *a = std::get_if<Trouble>(&action)) return u"trouble "_s + a->error.codeName();
    return {};
}

} // namespace

class TestInterpreter : public QObject {
    Q_OBJECT

    std::shared_ptr<const Program> program;
    DialogueState state;

    QString take(const DialogueEvent &event)
    {
        const DialogueStep step = advance(*program, state, event);
        state = DialogueState::fromJson(step.state.toJson()); // a checkpoint loses nothing
        Q_ASSERT(state == step.state);
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
    void begin(const AgentScript &script)
    {
        const auto compiled = Program::compile(script);
        if (!compiled) qWarning() << compiled.error().detail;
        QVERIFY(compiled);
        program = *compiled;
        state = initialState(*program, u"en"_s);
    }

private slots:
    void wholeCall()
    {
        begin(orderDesk());
        QCOMPARE(take({CallStarted{u"en"_s, {1'700'000'000'000}, {}}}), u"say Hello. | say How can I help? | listen ask"_s);
        QCOMPARE(take({SpeechEnded{u"Hello. How can"_s, true}}), QString());
        QCOMPARE(say(u"Where is my order?"_s), u"say Which order? | listen code"_s);
        QCOMPARE(say(u"it is a b four two"_s),
                 u"set code=AB-42 | say One moment. | tool 1:look https://shop.example/orders/AB-42 {\"code\":\"AB-42\",\"try\":1}"_s);
        QCOMPARE(say(u"hello?"_s), QString());
        const QJsonObject answer{{u"order"_s, QJsonObject{{u"lines"_s, QJsonArray{QJsonObject{{u"status"_s, u"sent"_s}}}}}}};
        QCOMPARE(take({ToolReturned{u"7:look"_s, 200, answer}}), QString()); // somebody else's receipt
        QCOMPARE(take({ToolReturned{u"1:look"_s, 200, answer}}), u"set status=sent | say Order AB-42 is on its way. | say Anything else? | listen more"_s);
        QCOMPARE(take({ToolReturned{u"1:look"_s, 200, answer}}), QString()); // twice
        QCOMPARE(say(u"no thank you"_s), u"say Goodbye. | end completed"_s);
        QCOMPARE(say(u"hello"_s), QString());
        QCOMPARE(state.history.entries().first()->line.text, u"Hello. How can"_s);
    }

    void misunderstanding()
    {
        begin(orderDesk());
        take({CallStarted{u"en"_s, {}, {}}});
        QCOMPARE(say(u"bananas purple"_s), u"say Sorry? | listen ask"_s);
        QCOMPARE(say(u"how long does delivery take"_s).section(u" | "_s, 0, 0), u"say Delivery takes two days."_s);
        QCOMPARE(state.node, u"more"_s);
        QCOMPARE(say(u"let me talk to a person"_s), u"handover desk Order  | end handed_over"_s); // heard at every step
    }

    void silence()
    {
        begin(orderDesk());
        take({CallStarted{u"en"_s, {}, {}}});
        QCOMPARE(take({CallerSilent{7000}}), u"say Sorry? | listen ask"_s);
        QVERIFY(take({CallerSilent{7000}}).startsWith(u"handover"_s)); // silence has no way out of its own, nothing was asked
    }

    void failures()
    {
        begin(orderDesk());
        take({CallStarted{u"en"_s, {}, {}}});
        say(u"track my parcel"_s);
        say(u"AB42"_s);
        QCOMPARE(take({ToolFailed{u"1:look"_s, Error(Error::Code::TimedOut)}}), u"trouble TimedOut | handover desk Order AB-42 | end handed_over"_s);
        begin(orderDesk());
        take({CallStarted{u"en"_s, {}, {}}});
        QCOMPARE(take({CallerLeft{}}), u"end caller_left"_s);
        state = initialState(*program, u"en"_s);
        state.node = u"gone"_s;
        QCOMPARE(say(u"hello"_s), u"end failed"_s);
    }

    void deterministic()
    {
        begin(orderDesk());
        const DialogueEvent start{CallStarted{u"en"_s, {5}, {}}};
        const auto a = advance(*program, state, start), b = advance(*program, state, start);
        QCOMPARE(a.state, b.state);
        QCOMPARE(a.actions.size(), b.actions.size());
        QCOMPARE(program->fixedPrompts(u"en"_s), (QStringList{u"Anything else?"_s, u"Goodbye."_s, u"Hello."_s, u"How can I help?"_s, u"One moment."_s, u"Sorry?"_s, u"Which order?"_s}));
    }

    void model()
    {
        AgentScript script = orderDesk();
        script.flow.nodes[1] = node(u"hi"_s, u"model"_s, {{u"instructions"_s, u"Greet."_s}, {u"max_sentences"_s, 2}});
        script.flow.edges[1].port = u"done"_s;
        script.flow.edges.append({u"f"_s, u"hi"_s, u"failed"_s, u"person"_s});
        begin(script);
        QCOMPARE(take({CallStarted{u"en"_s, {}, {}}}), u"model 1:hi"_s);
        QCOMPARE(take({ModelText{u"1:hi"_s, u"Good day."_s}}), u"say Good day."_s);
        QCOMPARE(take({ModelText{u"1:hi"_s, u"I am here."_s}}), u"say I am here."_s);
        QCOMPARE(take({ModelText{u"1:hi"_s, u"Too much."_s}}), QString());
        QCOMPARE(take({ModelFinished{u"1:hi"_s, {}}}), u"say How can I help? | listen ask"_s);
    }

    void problems_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        const auto row = [](const QString &what, const QString &path, Error::Code code) { QTest::newRow(qPrintable(what)) << what << path << int(code); };
        row(u"dangling"_s, u"/flow/edges/0/to"_s, Error::Code::FlowEdgeDangling);
        row(u"no start"_s, u"/flow"_s, Error::Code::FlowStartMissing);
        row(u"two starts"_s, u"/flow/nodes/1"_s, Error::Code::FlowStartRepeated);
        row(u"open port"_s, u"/flow/nodes/2"_s, Error::Code::FlowPortOpen);
        row(u"unknown port"_s, u"/flow/edges/2/port"_s, Error::Code::FlowPortUnknown);
        row(u"endless"_s, u"/flow/nodes/6"_s, Error::Code::FlowEndless);
        row(u"unreachable"_s, u"/flow/nodes/12"_s, Error::Code::FlowUnreachable);
        row(u"bad expression"_s, u"/flow/nodes/5/settings/conditions/0/condition"_s, Error::Code::ExpressionInvalid);
        row(u"bad template"_s, u"/flow/nodes/6/settings/text/en"_s, Error::Code::ExpressionInvalid);
        row(u"unknown variable"_s, u"/flow/nodes/3/settings/entities/0/variable"_s, Error::Code::UnknownVariable);
        row(u"unknown intent"_s, u"/flow/nodes/2/settings/intents/0"_s, Error::Code::UnknownIntent);
        row(u"no examples"_s, u"/flow/nodes/2/settings/intents/0"_s, Error::Code::IntentWithoutExamples);
        row(u"missing language"_s, u"/flow/nodes/1/settings/text/ru"_s, Error::Code::TextMissing);
        row(u"unknown field"_s, u"/flow/nodes/1/settings/colour"_s, Error::Code::UnknownField);
        row(u"unknown type"_s, u"/flow/nodes/1/type"_s, Error::Code::FlowNodeUnknown);
        row(u"repeated id"_s, u"/flow/nodes/12/id"_s, Error::Code::FlowNodeRepeated);
        row(u"bad body"_s, u"/flow/nodes/4/settings/body"_s, Error::Code::NotJson);
        row(u"bad variable name"_s, u"/variables/0/name"_s, Error::Code::BadValue);
    }
    void problems()
    {
        QFETCH(QString, what);
        QFETCH(QString, path);
        QFETCH(int, code);
        AgentScript script = orderDesk();
        Flow &flow = script.flow;
        if (what == "dangling"_L1) flow.edges[0].to = u"nowhere"_s;
        if (what == "no start"_L1) flow.nodes[0].type = u"say"_s;
        if (what == "two starts"_L1) flow.nodes[1] = node(u"hi"_s, u"start"_s);
        if (what == "open port"_L1) flow.edges.removeAt(2);
        if (what == "unknown port"_L1) flow.edges[2].port = u"weather"_s;
        if (what == "endless"_L1) flow.edges[10].to = u"sent"_s;
        if (what == "unreachable"_L1) flow.nodes.append(node(u"alone"_s, u"end"_s));
        if (what == "bad expression"_L1) flow.nodes[5].settings = {{u"conditions"_s, QJsonArray{QJsonObject{{u"id"_s, u"sent"_s}, {u"condition"_s, u"status > 3"_s}}}}};
        if (what == "bad template"_L1) flow.nodes[6].settings = {{u"text"_s, en(u"Hi {nobody}"_s)}};
        if (what == "unknown variable"_L1) script.variables[0].name = u"kode"_s;
        if (what == "unknown intent"_L1) script.intents[0].id = u"x"_s;
        if (what == "no examples"_L1) script.intents[0].examples = {};
        if (what == "missing language"_L1) script.languages.append(u"ru"_s);
        if (what == "unknown field"_L1) flow.nodes[1].settings.insert(u"colour"_s, 1);
        if (what == "unknown type"_L1) flow.nodes[1].type = u"dance"_s;
        if (what == "repeated id"_L1) flow.nodes.append(node(u"bye"_s, u"end"_s));
        if (what == "bad body"_L1) flow.nodes[4].settings.insert(u"body"_s, u"{"_s);
        if (what == "bad variable name"_L1) script.variables[0].name = u"two words"_s;
        bool found = false;
        for (const Problem &problem : checkFlow(script)) found = found || (problem.path == path && int(problem.error.code) == code);
        if (!found)
            for (const Problem &problem : checkFlow(script)) qWarning() << problem.path << problem.error.codeName() << problem.error.args;
        QVERIFY(found);
        QVERIFY(checkFlow(orderDesk()).isEmpty());
    }

    void typesAreComplete()
    {
        for (const NodeType *type : nodeTypes()) {
            QCOMPARE(nodeType(QString::fromLatin1(type->name)), type);
            QVERIFY(type->terminal == type->ports({}).isEmpty());
            for (const FieldInfo &info : type->fields()) QVERIFY(*info.label);
            type->summary({}, u"en"_s);
        }
    }

    // Settings of the wrong shape anywhere give problems, not crashes.
    void mutations()
    {
        const QByteArray good = QJsonDocument(orderDesk().flow.toJson()).toJson(QJsonDocument::Compact);
        quint32 seed = 1;
        const auto random = [&] { return seed = seed * 1664525u + 1013904223u, seed >> 8; };
        for (int i = 0; i < 3000; ++i) {
            QByteArray bad = good;
            for (int k = 0; k < 3; ++k) bad[qsizetype(random() % quint32(bad.size()))] = "\"{}[]:,01ae-"[random() % 12];
            AgentScript script = orderDesk();
            script.flow = Flow::fromJson(QJsonDocument::fromJson(bad).object());
            const auto compiled = Program::compile(script);
            if (!compiled) continue;
            DialogueState now = initialState(**compiled, u"en"_s);
            now = advance(**compiled, now, {CallStarted{}}).state;
            CallerSaid said;
            said.text = u"AB42 where is my order yes"_s;
            for (int k = 0; k < 4; ++k) now = advance(**compiled, now, {said}).state;
        }
    }
};

QTEST_GUILESS_MAIN(TestInterpreter)
#include "test_interpreter.moc"
