#include "models/dialogue/nodes/listen.h"
#include "models/dialogue/entities/entity.h"
#include "models/dialogue/nodes/step.h"
#include "models/dialogue/understanding.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto elsePort = "else"_L1, silencePort = "silence"_L1, understoodPort = "understood"_L1, yesPort = "yes"_L1, noPort = "no"_L1;

QList<Port> ports(const QJsonObject &json)
{
    const auto settings = fromJson<ListenSettings>(json);
    QList<Port> out;
    for (const QString &intent : settings.intents) out.append({intent, intent});
    if (settings.yesNo) {
        out.append({yesPort, {}, QT_TRANSLATE_NOOP("Port", "Yes")});
        out.append({noPort, {}, QT_TRANSLATE_NOOP("Port", "No")});
    }
    if (!settings.entities.isEmpty()) out.append({understoodPort, {}, QT_TRANSLATE_NOOP("Port", "Got it")});
    out.append({elsePort, {}, QT_TRANSLATE_NOOP("Port", "Did not understand"), Port::Role::Other, true});
    out.append({silencePort, {}, QT_TRANSLATE_NOOP("Port", "Silence"), Port::Role::Other, false});
    return out;
}

QString summary(const QJsonObject &settings, const QString &language)
{
    return firstLine(fromJson<ListenSettings>(settings).prompt.in(language));
}

void check(const Node &node, CheckContext &context)
{
    const auto settings = fromJson<ListenSettings>(node.settings);
    context.texts(u"/prompt"_s, settings.prompt, CheckContext::Need::Optional);
    context.textLists(u"/reprompts"_s, settings.reprompts);
    for (qsizetype i = 0; i < settings.intents.size(); ++i) context.intent(u"/intents/%1"_s.arg(i), settings.intents[i]);
    for (qsizetype i = 0; i < settings.entities.size(); ++i)
        context.variable(u"/entities/%1/variable"_s.arg(i), settings.entities[i].variable);
}

// One visit's reading of one event.
class Listening {
public:
    explicit Listening(const StepContext &context)
        : m_step(context), m_settings(fromJson<ListenSettings>(context.node().settings)) {}

    DialogueStep enter()
    {
        m_step.say(u"/prompt"_s, m_settings.interruptible);
        listen();
        return m_step.stay();
    }

    DialogueStep said(const CallerSaid &said)
    {
        if (said.early && !takesAnything()) return saidEarly(said);
        if (said.text.trimmed().isEmpty()) return missed(elsePort, {}, 0);
        const bool complete = collect(said);
        const auto best = bestIntent(said);
        if (m_settings.yesNo) {
            const auto yesNo = findEntity(u"yes_no"_s, said.text, entityContext({}));
            if (yesNo && (!best || yesNo->confidence >= best->guess.score)) return accept(said, {{}, yesNo->confidence}, yesNo->value.toBool() ? yesPort : noPort);
        }
        if (best) return accept(said, best->guess, best->guess.intent, best->owner);
        if (!m_settings.entities.isEmpty() && complete) return accept(said, {{}, m_sure}, understoodPort);
        return missed(elsePort, said.text, said.intents.isEmpty() ? 0 : said.intents.first().score);
    }

    // Nothing is expected: whatever is said leads on, asked or not.
    bool takesAnything() const { return m_settings.intents.isEmpty() && !m_settings.yesNo && m_settings.entities.isEmpty(); }

    // Said before the question was asked: a wish counts, once; an answer or a mumble does not, nor what is done already.
    DialogueStep saidEarly(const CallerSaid &said)
    {
        const auto best = bestIntent(said);
        const QString before = m_step.state().variables.value("last"_L1).toObject().value("intent"_L1).toString();
        if (!best || best->guess.intent == before) return m_step.stay();
        collect(said);
        return accept(said, best->guess, best->guess.intent, best->owner);
    }

    DialogueStep silent() { return missed(silencePort, {}, 0); }
    DialogueStep heardAll() { return m_step.stay(); }

private:
    struct Best {
        IntentGuess guess;
        QString owner; // a listen node elsewhere, whose intents are heard at every step
    };

    EntityContext entityContext(const QString &pattern) const
    {
        const QJsonObject &variables = const_cast<Listening *>(this)->m_step.state().variables;
        const auto now = parseTimestamp(variables.value("now"_L1).toString());
        return {const_cast<Listening *>(this)->m_step.state().language, UtcMs{now ? now->us / 1000 : 0},
                variables.value("caller"_L1).toObject().value("utc_offset_minutes"_L1).toInt(), pattern};
    }

    // Puts what was found into its variables; whether nothing needed is missing any more.
    bool collect(const CallerSaid &said)
    {
        QJsonObject found = m_step.state().local;
        bool complete = true, any = false;
        for (const ListenEntity &wanted : m_settings.entities) {
            const QString type = enumName(wanted.type);
            if (const auto entity = findEntity(type, said.text, entityContext(wanted.pattern))) {
                m_step.set(wanted.variable, entity->value);
                m_entities.insert(wanted.variable, entity->value);
                found.insert(wanted.variable, true);
                m_sure = any ? std::min(m_sure, entity->confidence) : entity->confidence;
                any = true;
            } else if (wanted.needed && !found.contains(wanted.variable)) {
                complete = false;
            }
        }
        m_step.state().local = found;
        return complete && any;
    }

    std::optional<Best> bestIntent(const CallerSaid &said)
    {
        const auto &everywhere = m_step.context().program.everywhere;
        std::optional<Best> best;
        const auto consider = [&](const IntentGuess &guess) {
            const bool own = m_settings.intents.contains(guess.intent);
            if (!own && !everywhere.contains(guess.intent)) return;
            if (guess.score < m_settings.threshold || (best && guess.score <= best->guess.score)) return;
            best = Best{guess, own ? QString() : everywhere.value(guess.intent)};
        };
        for (const IntentGuess &guess : said.intents) consider(guess);
        for (const IntentGuess &guess : matchExamples(m_step.context().program, said.text, m_step.state().language)) consider(guess);
        return best;
    }

    DialogueStep accept(const CallerSaid &said, const IntentGuess &guess, const QString &port, const QString &owner = {})
    {
        m_step.state().misses.remove(m_step.node().id);
        understood(said.text, guess, port);
        return owner.isEmpty() ? m_step.leave(port) : m_step.leaveThrough(owner, port);
    }

    void understood(const QString &text, const IntentGuess &guess, const QString &port)
    {
        m_step.state().variables.insert(u"last"_s, QJsonObject{{u"text"_s, text}, {u"intent"_s, guess.intent}, {u"score"_s, guess.score}, {u"entities"_s, m_entities}});
        m_step.act(Understood{guess.intent, guess.score, m_entities, port});
    }

    DialogueStep missed(const QString &port, const QString &text, double score)
    {
        if (!text.isEmpty()) understood(text, {{}, score}, port);
        const int misses = ++m_step.state().misses[m_step.node().id];
        if (misses > m_settings.attempts) {
            m_step.state().misses.remove(m_step.node().id);
            const bool connected = m_step.context().step.exits.contains(port);
            return m_step.leave(connected ? port : QString(elsePort));
        }
        sayAgain(misses);
        listen();
        return m_step.stay();
    }

    // The reprompt of this miss; the last one again when there are fewer; the prompt when there are none.
    void sayAgain(int misses)
    {
        const qsizetype count = m_settings.reprompts.in(m_step.state().language).size();
        for (qsizetype i = std::min<qsizetype>(misses, count) - 1; i >= 0; --i) {
            for (const QString &tag : {m_step.state().language, m_step.state().language.section(u'-', 0, 0)}) {
                const QString at = u"/reprompts/%1/%2"_s.arg(tag).arg(i);
                const auto it = m_step.context().step.settings.texts.find(at);
                if (it == m_step.context().step.settings.texts.end()) continue;
                const auto text = m_step.text(at, Rendering::Speech);
                if (!text || text->trimmed().isEmpty()) continue;
                m_step.act(Say{m_step.node().id, *text, m_step.state().language, true, it->isFixed()});
                return;
            }
        }
        m_step.say(u"/prompt"_s, m_settings.interruptible);
    }

    void listen()
    {
        Listen listen;
        const Program::Compiled &program = m_step.context().program;
        listen.node = m_step.node().id;
        listen.patienceMs = m_settings.patienceMs;
        listen.intents = m_settings.intents;
        for (auto it = program.everywhere.begin(); it != program.everywhere.end(); ++it)
            if (!listen.intents.contains(it.key())) listen.intents.append(it.key());
        const QString &language = m_step.state().language;
        for (const IntentDeclaration &intent : program.script.intents)
            if (listen.intents.contains(intent.id)) listen.phrases += intent.examples.in(language);
        for (const ListenEntity &entity : m_settings.entities) addEntity(listen, enumName(entity.type), language, codeLength(entity.pattern));
        if (m_settings.yesNo) addEntity(listen, u"yes_no"_s, language, 0);
        listen.phrases.removeDuplicates();
        m_step.act(listen);
    }

    // How many letters and digits a code of this shape has; 0: any number.
    static int codeLength(const QString &pattern) { return int(pattern.count(u'A') + pattern.count(u'9')); }

    static void addEntity(Listen &listen, const QString &type, const QString &language, int length)
    {
        if (!listen.entities.contains(type)) listen.entities.append(type);
        listen.phrases += entityPhrases(type, language);
        if (listen.expects.isEmpty() || listen.expects == yesNoExpectation()) {
            listen.expects = entityExpectation(type);
            if (length > 0 && type == "order_code"_L1) listen.expects += u':' + QString::number(length);
        }
    }
    static QString yesNoExpectation() { return u"yes_no"_s; }

    Stepping m_step;
    ListenSettings m_settings;
    QJsonObject m_entities;
    double m_sure = 0;
};

DialogueStep step(const StepContext &context, const DialogueEvent &event)
{
    Listening listening(context);
    if (std::holds_alternative<Entered>(event.what)) return listening.enter();
    if (const auto *said = std::get_if<CallerSaid>(&event.what)) return listening.said(*said);
    if (const auto *pressed = std::get_if<CallerPressed>(&event.what)) {
        CallerSaid said;
        said.text = pressed->digits;
        said.typed = true;
        return listening.said(said);
    }
    if (std::holds_alternative<CallerSilent>(event.what)) return listening.silent();
    return listening.heardAll();
}

} // namespace

const NodeType listenNode{"listen", QT_TRANSLATE_NOOP("NodeType", "Listen"),
                          QT_TRANSLATE_NOOP("NodeType", "Asks, waits for the caller and goes on by what was meant."),
                          fieldsOf<ListenSettings>, ports, summary, check, step, false, true};

} // namespace vox
