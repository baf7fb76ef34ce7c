#include "models/dialogue/nodes/offered_tool.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

struct ModelSettings {
    QString instructions;
    qint64 maxSentences = 4;
    QList<OfferedTool> tools;
    bool mayEnd = false;
    QStringList queues;
    bool mayPress = false;
    bool mayWait = false;
    qint64 rounds = 5;
    qint64 resultCharacters = 4000;
    QString variable;
    LocalizedText waiting;
    double temperature = 0.3;
    qint64 timeoutMs = 20000;

    BuiltInTools builtIn() const { return {mayEnd, queues, mayPress, mayWait}; }
};

template <> struct Fields<ModelSettings> {
    static constexpr const char *context = "ModelSettings";
    static constexpr const char *tools = QT_TRANSLATE_NOOP("ModelSettings", "What the model may do");
    static constexpr auto all = std::tuple{
        field("instructions", &ModelSettings::instructions, QT_TRANSLATE_NOOP("ModelSettings", "Instructions")).multiline().upTo(20000)
            .help(QT_TRANSLATE_NOOP("ModelSettings", "What the model shall do at this step, after the agent's own instructions.")),
        field("max_sentences", &ModelSettings::maxSentences, QT_TRANSLATE_NOOP("ModelSettings", "At most")).between(1, 20).unit(QT_TRANSLATE_NOOP("ModelSettings", "sentences")),
        field("tools", &ModelSettings::tools, QT_TRANSLATE_NOOP("ModelSettings", "Tools")).upTo(30).in(tools)
            .help(QT_TRANSLATE_NOOP("ModelSettings", "Requests to other systems that the model may make by itself.")),
        field("may_end", &ModelSettings::mayEnd, QT_TRANSLATE_NOOP("ModelSettings", "Hang up")).in(tools),
        field("queues", &ModelSettings::queues, QT_TRANSLATE_NOOP("ModelSettings", "Hand over to")).upTo(20).ordered().in(tools)
            .help(QT_TRANSLATE_NOOP("ModelSettings", "Teams or lines the model may pass the call to. Empty: it may not.")),
        field("may_press", &ModelSettings::mayPress, QT_TRANSLATE_NOOP("ModelSettings", "Press telephone keys")).in(tools),
        field("may_wait", &ModelSettings::mayWait, QT_TRANSLATE_NOOP("ModelSettings", "Wait in silence")).in(tools),
        field("rounds", &ModelSettings::rounds, QT_TRANSLATE_NOOP("ModelSettings", "Tools in a row")).between(1, 20).in(tools).advanced()
            .help(QT_TRANSLATE_NOOP("ModelSettings", "How often the model may use tools before it must answer.")),
        field("result_characters", &ModelSettings::resultCharacters, QT_TRANSLATE_NOOP("ModelSettings", "Longest result")).between(200, 50000)
            .unit(QT_TRANSLATE_NOOP("ModelSettings", "characters")).in(tools).advanced()
            .help(QT_TRANSLATE_NOOP("ModelSettings", "What a tool answers beyond this is cut off before the model reads it.")),
        field("variable", &ModelSettings::variable, QT_TRANSLATE_NOOP("ModelSettings", "Also into variable")).upTo(100).suggestedBy("variables").advanced(),
        field("waiting", &ModelSettings::waiting, QT_TRANSLATE_NOOP("ModelSettings", "Said meanwhile")).upTo(1000).advanced(),
        field("temperature", &ModelSettings::temperature, QT_TRANSLATE_NOOP("ModelSettings", "Freedom")).between(0, 2).advanced()
            .help(QT_TRANSLATE_NOOP("ModelSettings", "0 says the same each time, 1 varies.")),
        field("timeout_ms", &ModelSettings::timeoutMs, QT_TRANSLATE_NOOP("ModelSettings", "Give up after")).between(500, 120000).unit(QT_TRANSLATE_NOOP("ModelSettings", "ms")).advanced(),
    };
};

namespace {

constexpr qsizetype maxCalls = 8; // in one answer

QList<Port> ports(const QJsonObject &) { return {{u"done"_s, {}, QT_TRANSLATE_NOOP("Port", "Done")}, failedPort()}; }
QString summary(const QJsonObject &settings, const QString &) { return firstLine(settings.value("instructions"_L1).toString()); }

void check(const Node &node, CheckContext &context)
{
    const auto settings = fromJson<ModelSettings>(node.settings);
    context.text(u"/instructions"_s, settings.instructions);
    context.texts(u"/waiting"_s, settings.waiting, CheckContext::Need::Optional);
    if (!settings.variable.isEmpty()) context.variable(u"/variable"_s, settings.variable);
    checkTools(context, settings.tools);
}

QString compact(const QJsonValue &value)
{
    if (value.isString()) return value.toString();
    if (value.isObject()) return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray()) return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return value.isUndefined() ? QString() : QString::fromUtf8(array.mid(1, array.size() - 2));
}

QString failed(const QString &reason, const QJsonValue &more = QJsonValue::Undefined)
{
    QJsonObject result{{u"error"_s, reason}};
    if (!more.isUndefined()) result.insert(u"details"_s, more);
    return compact(result);
}

// What the dialogue remembers as the messages of a chat.
QList<ChatMessage> messagesOf(const History &history, const QString &unheard)
{
    QList<ChatMessage> out;
    out.reserve(history.entries().size() + 8);
    qsizetype lastCalls = -1;
    for (const History::Shared &entry : history.entries()) {
        if (entry->line.isTools()) lastCalls = out.size();
        out += entry->messages;
    }
    // What is being said just now will have been heard by the time the answer is; when it is cut, only its heard words count.
    if (!unheard.isEmpty() && lastCalls >= 0) out[lastCalls].text = unheard;
    return out;
}

// One event at a model step. The state's `local` holds: sentences and text of the answer; unheard, what was said and not
// heard yet; round; calls [{id, name, arguments, receipt, result}] that run; done, side effects of this visit.
class Thinking {
public:
    explicit Thinking(const StepContext &context) : m_step(context), m_settings(fromJson<ModelSettings>(context.node().settings)) {}

    DialogueStep enter()
    {
        ask([this] { m_step.say(u"/waiting"_s); });
        return m_step.stay();
    }

    // Words that come before the answer belong to the question. While tools run they are in the history already.
    DialogueStep heard()
    {
        if (waiting() && calls().isEmpty() && count("sentences"_L1) == 0) ask([] {});
        return m_step.stay();
    }

    DialogueStep spoken()
    {
        m_step.state().local.remove("unheard"_L1);
        return m_step.stay();
    }

    DialogueStep sentence(const ModelText &answer)
    {
        const bool within = local("within"_L1).toBool(); // a sentence that has begun
        const int said = count("sentences"_L1) - (within ? 1 : 0);
        const QString text = answer.sentence.trimmed();
        if (!waits(answer.receipt) || text.isEmpty() || said >= m_settings.maxSentences) return m_step.stay();
        put("sentences"_L1, said + 1);
        if (answer.goesOn != within) put("within"_L1, answer.goesOn);
        put("text"_L1, said == 0 && !within ? text : local("text"_L1).toString() + u' ' + text);
        saying(text);
        m_step.sayPlain(text);
        return m_step.stay();
    }

    DialogueStep failedToAnswer(const ModelFailed &failure)
    {
        if (!waits(failure.receipt)) return m_step.stay();
        m_step.trouble(failure.error);
        return leave();
    }

    DialogueStep finished(const ModelFinished &answer)
    {
        if (!waits(answer.receipt)) return m_step.stay();
        if (answer.toolCalls.isEmpty()) return leave();
        m_step.state().pendingReceipt.clear();
        if (count("round"_L1) >= m_settings.rounds) return leave(); // it was told to answer
        put("round"_L1, count("round"_L1) + 1);
        QJsonArray running;
        for (const QJsonValue &call : answer.toolCalls) running.append(begun(call.toObject(), running.size()));
        put("calls"_L1, running);
        return goOn();
    }

    DialogueStep returned(const ToolReturned &answer)
    {
        const bool good = answer.status >= 200 && answer.status < 300;
        const qsizetype at = callOf(answer.receipt);
        if (at < 0) return m_step.stay();
        const OfferedTool *tool = toolNamed(calls()[at]["name"_L1].toString());
        if (good && tool) saveAnswer(m_step, tool->saves, answer.body);
        if (!good) m_step.trouble(Error(Error::Code::ServerFailed, {calls()[at]["name"_L1].toString(), QString::number(answer.status)}));
        return result(at, good ? compact(answer.body) : failed(u"status %1"_s.arg(answer.status), answer.body));
    }

    DialogueStep toolFailed(const ToolFailed &failure)
    {
        const qsizetype at = callOf(failure.receipt);
        if (at < 0) return m_step.stay();
        m_step.trouble(failure.error);
        const OfferedTool *tool = toolNamed(calls()[at]["name"_L1].toString());
        const bool uncertain = tool && tool->changesOutside && failure.error.code == Error::Code::TimedOut;
        return result(at, failed(failure.error.codeName(), uncertain ? QJsonValue(u"It may have been done all the same."_s) : QJsonValue(QJsonValue::Undefined)));
    }

private:
    QJsonValue local(QLatin1StringView key) { return m_step.state().local.value(key); }
    int count(QLatin1StringView key) { return local(key).toInt(); }
    QJsonArray calls() { return local("calls"_L1).toArray(); }
    void put(QLatin1StringView key, const QJsonValue &value) { m_step.state().local.insert(key, value); }
    bool waiting() { return !m_step.state().pendingReceipt.isEmpty(); }
    bool waits(const QString &receipt) { return waiting() && receipt == m_step.state().pendingReceipt; }
    void saying(const QString &text) { put("unheard"_L1, QString(local("unheard"_L1).toString() + u' ' + text).trimmed()); }

    template <typename Meanwhile> void ask(const Meanwhile &meanwhile)
    {
        AskModel ask;
        ask.node = m_step.node().id;
        const QString agent = m_step.context().program.script.prompt.in(m_step.state().language);
        ask.prompt = QStringList{agent, m_step.text(u"/instructions"_s, Rendering::Plain).value_or(QString())}.join(u"\n\n"_s).trimmed();
        ask.messages = messagesOf(m_step.state().history, local("unheard"_L1).toString());
        const bool mayCall = count("round"_L1) < m_settings.rounds;
        if (mayCall) ask.tools = offeredTools(m_settings.tools, m_settings.builtIn());
        else m_step.trouble(Error(Error::Code::ToolRoundsUsedUp, {QString::number(m_settings.rounds)}));
        ask.temperature = m_settings.temperature;
        ask.timeoutMs = m_settings.timeoutMs;
        ask.receipt = m_step.newReceipt();
        put("sentences"_L1, 0);
        m_step.state().local.remove("within"_L1);
        meanwhile();
        m_step.act(ask);
    }

    DialogueStep leave()
    {
        m_step.state().pendingReceipt.clear();
        const QString answer = local("text"_L1).toString();
        if (!answer.isEmpty()) m_step.set(m_settings.variable, answer);
        // A model that broke off after a sentence has answered; one that said nothing has not.
        return m_step.leave(answer.isEmpty() ? u"failed"_s : u"done"_s);
    }

    const OfferedTool *toolNamed(const QString &name) const
    {
        for (const OfferedTool &tool : m_settings.tools)
            if (tool.name == name) return &tool;
        return nullptr;
    }

    // Starts what the model wants, or answers it at once with what is wrong.
    QJsonObject begun(const QJsonObject &wanted, qsizetype index)
    {
        const QString name = wanted.value("name"_L1).toString();
        QJsonObject call{{u"id"_s, wanted.value("id"_L1)}, {u"name"_s, name}, {u"arguments"_s, given(wanted)}};
        if (call.value("id"_L1).toString().isEmpty()) call.insert(u"id"_s, u"call_%1_%2"_s.arg(m_step.state().nextReceipt).arg(index));
        const auto refuse = [&](const QString &result) { call.insert(u"result"_s, result); };
        const OfferedTool *tool = toolNamed(name);
        const auto arguments = tool ? std::optional(tool->arguments) : builtInArguments(name, m_settings.builtIn());
        if (!arguments) {
            m_step.trouble(Error(Error::Code::ToolUnknown, {name.left(100)}));
            refuse(failed(u"There is no tool of this name."_s));
        } else if (index >= maxCalls) {
            refuse(failed(u"Too many calls in one answer."_s));
        } else if (const QJsonArray wrong = wrongIn(wanted, *arguments); !wrong.isEmpty()) {
            m_step.trouble(Error(Error::Code::ToolArgumentsWrong, {name, wrong[0]["argument"_L1].toString(), wrong[0]["problem"_L1].toString()}));
            refuse(failed(u"The arguments do not fit the schema. Nothing was done."_s, wrong));
        } else if (tool) {
            request(call, *tool);
        } else {
            builtIn(call);
        }
        return call;
    }

    static QJsonObject given(const QJsonObject &wanted)
    {
        QJsonObject arguments = wanted.value("arguments"_L1).toObject();
        for (auto it = arguments.begin(); it != arguments.end();) it = it->isNull() ? arguments.erase(it) : std::next(it);
        return arguments;
    }

    static QJsonArray wrongIn(const QJsonObject &wanted, const QList<ToolArgument> &arguments)
    {
        if (wanted.contains("broken"_L1)) return {QJsonObject{{u"argument"_s, QString()}, {u"problem"_s, u"the arguments are no JSON object"_s}}};
        return wrongArguments(arguments, given(wanted));
    }

    void request(QJsonObject &call, const OfferedTool &tool)
    {
        const QString name = tool.name;
        const QJsonObject arguments = call.value("arguments"_L1).toObject();
        // A model that did not like the answer may not do the same thing a second time on its own.
        for (const QJsonValue &done : local("done"_L1).toArray()) {
            if (!tool.changesOutside || done["name"_L1] != name || done["arguments"_L1] != arguments) continue;
            call.insert(u"result"_s, failed(u"This was asked for already and is not done twice."_s, done["result"_L1]));
            return;
        }
        const QString at = u"/tools/%1"_s.arg(std::distance(m_settings.tools.constData(), &tool));
        auto action = fillRequest(m_step, tool, at, arguments, scopeOf(tool.arguments));
        if (!action) {
            call.insert(u"result"_s, failed(u"The request could not be made."_s));
            return;
        }
        action->name = name;
        start(call, *std::move(action));
        if (count("sentences"_L1) == 0 && !m_saidWaiting) m_step.say(at + u"/waiting"_s);
        m_saidWaiting = true;
    }

    void builtIn(QJsonObject &call)
    {
        const QString name = call.value("name"_L1).toString();
        if (name == QLatin1String(builtin::endCall) || name == QLatin1String(builtin::handOver)) return; // last of all: goOn()
        CallTool action;
        action.node = m_step.node().id;
        action.name = name;
        action.arguments = call.value("arguments"_L1).toObject();
        if (name == QLatin1String(builtin::pressKeys)) {
            action.kind = CallTool::Kind::PressKeys;
            action.changesOutside = true;
        } else {
            action.kind = CallTool::Kind::Wait;
            action.timeoutMs = std::clamp<qint64>(action.arguments.value("seconds"_L1).toInteger(), 1, 60) * 1000;
        }
        start(call, std::move(action));
    }

    void start(QJsonObject &call, CallTool action)
    {
        action.receipt = m_step.toolReceipt();
        call.insert(u"receipt"_s, action.receipt);
        m_step.act(std::move(action));
    }

    qsizetype callOf(const QString &receipt)
    {
        const QJsonArray running = calls();
        for (qsizetype i = 0; i < running.size(); ++i)
            if (running[i]["receipt"_L1] == receipt && !running[i].toObject().contains("result"_L1)) return i;
        return -1;
    }

    DialogueStep result(qsizetype at, QString text)
    {
        if (text.size() > m_settings.resultCharacters) text = text.left(m_settings.resultCharacters) + u" [cut off]"_s;
        QJsonArray running = calls();
        QJsonObject call = running[at].toObject();
        call.insert(u"result"_s, text);
        running[at] = call;
        put("calls"_L1, running);
        const OfferedTool *tool = toolNamed(call.value("name"_L1).toString());
        if (tool && tool->changesOutside) {
            QJsonArray done = local("done"_L1).toArray();
            done.append(QJsonObject{{u"name"_s, call.value("name"_L1)}, {u"arguments"_s, call.value("arguments"_L1)}, {u"result"_s, text.left(500)}});
            put("done"_L1, done);
        }
        return goOn();
    }

    // Once every call has its result they become one line of the history, and the model is asked again or the call ends.
    DialogueStep goOn()
    {
        QJsonArray done;
        QJsonObject last;
        for (const QJsonValue &value : calls()) {
            QJsonObject call = value.toObject();
            if (call.contains("receipt"_L1) && !call.contains("result"_L1)) return m_step.stay();
            if (!call.contains("result"_L1)) {
                if (last.isEmpty()) last = call;
                call.insert(u"result"_s, u"ok"_s);
            }
            call.remove("receipt"_L1);
            done.append(call);
        }
        m_step.rememberTools(done);
        m_step.state().local.remove("calls"_L1);
        if (last.isEmpty()) {
            ask([] {});
            return m_step.stay();
        }
        const QJsonObject arguments = last.value("arguments"_L1).toObject();
        m_step.sayPlain(arguments.value("last_words"_L1).toString());
        if (last.value("name"_L1) != QLatin1String(builtin::handOver)) return m_step.end(arguments.value("outcome"_L1).toString(u"completed"_s));
        m_step.act(HandOver{m_step.node().id, arguments.value("queue"_L1).toString(), arguments.value("note"_L1).toString()});
        return m_step.end(u"handed_over"_s);
    }

    Stepping m_step;
    const ModelSettings m_settings;
    bool m_saidWaiting = false;
};

DialogueStep step(const StepContext &context, const DialogueEvent &event)
{
    Thinking thinking(context);
    if (std::holds_alternative<Entered>(event.what)) return thinking.enter();
    if (std::holds_alternative<CallerSaid>(event.what)) return thinking.heard();
    if (std::holds_alternative<SpeechEnded>(event.what)) return thinking.spoken();
    if (const auto *text = std::get_if<ModelText>(&event.what)) return thinking.sentence(*text);
    if (const auto *finished = std::get_if<ModelFinished>(&event.what)) return thinking.finished(*finished);
    if (const auto *failed = std::get_if<ModelFailed>(&event.what)) return thinking.failedToAnswer(*failed);
    if (const auto *answer = std::get_if<ToolReturned>(&event.what)) return thinking.returned(*answer);
    if (const auto *failure = std::get_if<ToolFailed>(&event.what)) return thinking.toolFailed(*failure);
    return Stepping(context).stay();
}

bool takesWords(const DialogueState &state)
{
    if (!state.local.value("calls"_L1).toArray().isEmpty()) return true;
    return !state.pendingReceipt.isEmpty() && state.local.value("sentences"_L1).toInt() == 0;
}

} // namespace

const NodeType modelNode{"model", QT_TRANSLATE_NOOP("NodeType", "Ask a model"),
                         QT_TRANSLATE_NOOP("NodeType", "A language model answers in its own words."),
                         fieldsOf<ModelSettings>, ports, summary, check, step, false, false, takesWords};

} // namespace vox
