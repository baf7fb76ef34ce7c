#include "app/talks/talk.h"
#include "app/talks/talk_tokens.h"
#include "models/conversation/event_names.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Kind = TalkLine::Kind;

constexpr qsizetype kMostBytes = 1 << 20;
constexpr qsizetype kMostLines = 5000;
constexpr qsizetype kLongestText = 2000;

constexpr const char *kStatement = "caller, agent, noise, tool, model, utterance, variable, node, outcome, latency, history, hands over, keys or failure";

bool isTime(QStringView word)
{
    if (word.startsWith(u'+')) word = word.sliced(1);
    return !word.isEmpty() && (word[0].isDigit() || word[0] == u'.');
}

// Reads one talk, line by line.
class Parser {
public:
    explicit Parser(const QString &name) : m_name(name) {}

    Result<Talk> read(const QByteArray &bytes)
    {
        const QList<QByteArray> lines = bytes.split('\n');
        if (lines.size() > kMostLines) return Error(Error::Code::TooLarge, {m_name, QString::number(kMostLines)});
        for (m_line = 1; m_line <= lines.size(); ++m_line) {
            QByteArray line = lines[m_line - 1];
            if (line.endsWith('\r')) line.chop(1);
            TalkTokens tokens(QString::fromUtf8(line));
            if (tokens.atEnd()) continue;
            if (!m_inBody && isHeader(tokens)) header(tokens);
            else statement(tokens);
            if (!tokens.failed() && !tokens.atEnd()) tokens.expected("the end of the line");
            if (tokens.failed()) return broken(tokens.fault(), tokens.faultColumn());
        }
        m_line = int(lines.size());
        if (m_talk.agent.isEmpty()) return broken(u"agent \"NAME\" in the header"_s, 0);
        if (m_talk.lines.isEmpty()) return broken(u"at least one line of the conversation"_s, 0);
        return std::move(m_talk);
    }

private:
    Error broken(const QString &expected, int column) const
    {
        const int line = std::max(1, m_line);
        return Error(Error::Code::TalkBroken, {m_name, QString::number(line), QString::number(column + 1), expected});
    }

    // "agent" opens the header only with a name behind it.
    bool isHeader(const TalkTokens &tokens) const
    {
        static const QStringList words{u"agent"_s, u"language"_s, u"mode"_s, u"seed"_s, u"tolerance"_s, u"stays"_s, u"recognition"_s, u"voice"_s, u"with"_s, u"second"_s};
        if (!words.contains(tokens.peek().toString())) return false;
        return tokens.peek() != "agent"_L1 || m_talk.agent.isEmpty();
    }

    void header(TalkTokens &tokens)
    {
        m_talk.headerEnd = m_line;
        while (!tokens.atEnd() && !tokens.failed()) {
            if (tokens.take("agent"_L1)) m_talk.agent = tokens.quoted("the agent's name in quotation marks");
            else if (tokens.take("language"_L1)) m_talk.language = tokens.word("a language such as en");
            else if (tokens.take("seed"_L1)) m_talk.seed = quint64(std::clamp(tokens.number("a number"), 0.0, 1e15));
            else if (tokens.take("tolerance"_L1)) m_talk.toleranceUs = tokens.duration();
            else if (tokens.take("stays"_L1)) m_talk.staysUs = tokens.duration();
            else if (tokens.take("mode"_L1)) mode(tokens);
            else if (tokens.take("recognition"_L1)) slow(tokens, m_talk.recognitionUs, m_talk.recognitionFails);
            else if (tokens.take("voice"_L1)) slow(tokens, m_talk.speechUs, m_talk.voiceFails);
            else if (tokens.take("with"_L1)) setting(tokens);
            else if (tokens.take("second"_L1)) secondHears(tokens);
            else tokens.expected("agent, language, mode, seed, tolerance, stays, recognition, voice, second or with");
        }
    }

    void mode(TalkTokens &tokens)
    {
        if (tokens.take("text"_L1)) m_talk.mode = Talk::Mode::Text;
        else if (!tokens.take("voice"_L1)) tokens.expected("voice or text");
    }

    static void slow(TalkTokens &tokens, qint64 &us, bool &fails)
    {
        if (tokens.take("fails"_L1)) fails = true;
        else us = tokens.duration();
    }

    void secondHears(TalkTokens &tokens)
    {
        m_talk.secondHears = tokens.take("hears"_L1);
        if (!m_talk.secondHears) tokens.expected("hears");
    }

    void setting(TalkTokens &tokens)
    {
        const QString key = tokens.word("a setting of turn taking, such as endpointing_ms");
        m_talk.settings.insert(key, tokens.json());
    }

    void statement(TalkTokens &tokens)
    {
        m_inBody = true;
        TalkLine line;
        line.line = m_line;
        if (isTime(tokens.peek())) {
            const QString time = tokens.word("a time");
            line.timePlace = tokens.last();
            line.time.kind = time.startsWith(u'+') ? TalkTime::Kind::After : TalkTime::Kind::At;
            line.time.us = tokens.seconds(QStringView(time).sliced(time.startsWith(u'+') ? 1 : 0));
        } else {
            tokens.take("-"_L1);
        }
        if (tokens.take("caller"_L1)) caller(tokens, line);
        else if (tokens.take("agent"_L1)) agent(tokens, line);
        else if (tokens.peek() == "types"_L1 || tokens.peek() == "presses"_L1) caller(tokens, line);
        else if (tokens.take("noise"_L1)) noise(tokens, line);
        else if (tokens.take("tool"_L1)) tool(tokens, line);
        else if (tokens.take("model"_L1)) model(tokens, line);
        else claim(tokens, line);
        if (tokens.failed()) return;
        if (isCallers(line.kind) && line.time.kind == TalkTime::Kind::Any) tokens.expectedLast("a time before what the caller does");
        if (line.text.size() > kLongestText) tokens.expectedLast("at most 2000 characters");
        m_talk.lines.append(std::move(line));
    }

    void caller(TalkTokens &tokens, TalkLine &line)
    {
        if (tokens.take("leaves"_L1)) {
            line.kind = Kind::Leaves;
        } else if (tokens.take("coughs"_L1)) {
            line.kind = Kind::Coughs;
            line.us = tokens.duration();
        } else if (tokens.take("types"_L1)) {
            line.kind = Kind::Types;
            line.text = tokens.quoted("what is typed, in quotation marks");
        } else if (tokens.take("presses"_L1)) {
            line.kind = Kind::Presses;
            line.text = tokens.word("the keys, such as 12#");
        } else {
            speech(tokens, line);
        }
    }

    static void speech(TalkTokens &tokens, TalkLine &line)
    {
        line.kind = Kind::Speaks;
        if (tokens.take("from"_L1)) line.file = tokens.quoted("a sound file in quotation marks");
        qsizetype size = 0;
        do {
            line.pieces.append({tokens.quoted("what the caller says in quotation marks, coughs, types, presses or leaves"), 0});
            size += line.pieces.last().text.size();
            if (size > kLongestText) tokens.expectedLast("at most 2000 characters");
            if (!tokens.take("pauses"_L1)) break;
            line.pieces.append({{}, tokens.duration()});
        } while (!tokens.failed() && tokens.nextIsQuote());
    }

    static void noise(TalkTokens &tokens, TalkLine &line)
    {
        line.kind = Kind::Noise;
        line.us = tokens.duration();
        if (line.time.kind == TalkTime::Kind::After) tokens.expectedLast("noise at a time of the call");
        if (!tokens.take("at"_L1)) return;
        QString level = tokens.word("a level such as -40dB");
        if (level.endsWith("dB"_L1)) level.chop(2);
        bool good = false;
        line.db = level.toDouble(&good);
        if (!good || !(line.db >= -100 && line.db <= 0)) tokens.expectedLast("a level from -100dB to 0dB");
    }

    static void agent(TalkTokens &tokens, TalkLine &line)
    {
        if (tokens.take("speaks"_L1)) {
            line.kind = Kind::AgentSpeaks;
            line.text = tokens.quoted("how the answer begins, in quotation marks");
            line.textPlace = tokens.last();
        } else if (tokens.take("stops"_L1)) {
            line.kind = Kind::AgentStops;
            if (!tokens.take("after"_L1)) return;
            line.text = tokens.quoted("the last words that were heard, in quotation marks");
            line.textPlace = tokens.last();
        } else if (tokens.take("holds"_L1)) {
            line.kind = Kind::AgentHolds;
        } else if (tokens.take("resumes"_L1)) {
            line.kind = Kind::AgentResumes;
        } else {
            tokens.expected("speaks, stops, holds or resumes");
        }
    }

    static void tool(TalkTokens &tokens, TalkLine &line)
    {
        line.kind = Kind::Tool;
        line.name = tokens.nextIsQuote() ? tokens.quoted("the tool's name") : tokens.word("the tool's name");
        if (tokens.take("answers"_L1)) {
            if (const int status = tokens.peek().toInt(); status >= 100 && status <= 599) {
                line.status = status;
                tokens.word("a status");
            }
            line.json = tokens.json();
        } else if (!misbehaves(tokens, line)) {
            tokens.expected("answers, fails, times out or never answers");
        }
        if (tokens.take("after"_L1)) line.us = tokens.duration();
    }

    static void model(TalkTokens &tokens, TalkLine &line)
    {
        line.kind = Kind::Model;
        if (tokens.take("answers"_L1)) {
            line.text = tokens.quoted("the model's answer in quotation marks");
            if (tokens.take("and"_L1) && !calls(tokens, line)) tokens.expected("calls");
        } else if (!calls(tokens, line) && !misbehaves(tokens, line)) {
            tokens.expected("answers, calls, fails, times out or never answers");
        }
        if (tokens.take("after"_L1)) line.us = tokens.duration();
    }

    // calls find {"code": "A1"} and price {}
    static bool calls(TalkTokens &tokens, TalkLine &line)
    {
        if (!tokens.take("calls"_L1)) return false;
        do {
            const QString name = tokens.word("the tool's name");
            line.calls.append(QJsonObject{{u"name"_s, name}, {u"arguments"_s, tokens.json()}});
        } while (!tokens.failed() && line.calls.size() < 20 && tokens.take("and"_L1));
        return true;
    }

    static bool misbehaves(TalkTokens &tokens, TalkLine &line)
    {
        if (tokens.take("fails"_L1)) line.answer = TalkLine::Answer::Fails;
        else if (tokens.take("times"_L1) && tokens.take("out"_L1)) line.answer = TalkLine::Answer::TimesOut;
        else if (tokens.take("never"_L1) && tokens.take("answers"_L1)) line.answer = TalkLine::Answer::Never;
        else return false;
        return true;
    }

    static void claim(TalkTokens &tokens, TalkLine &line)
    {
        if (tokens.take("utterance"_L1)) {
            line.kind = Kind::Utterance;
            line.text = tokens.quoted("the caller's words in quotation marks");
        } else if (tokens.take("variable"_L1)) {
            line.kind = Kind::Variable;
            line.name = tokens.word("a variable's name");
            if (!tokens.take("is"_L1)) tokens.expected("is");
            line.json = tokens.json();
        } else if (tokens.take("node"_L1)) {
            line.kind = Kind::Node;
            line.text = tokens.quoted("a step's name in quotation marks");
        } else if (tokens.take("outcome"_L1)) {
            line.kind = Kind::Outcome;
            line.text = tokens.word("an outcome");
            if (!enumFromName<Outcome>(line.text)) tokens.expectedLast("completed, handed_over, caller_left, failed or cut_off");
        } else if (tokens.take("latency"_L1)) {
            line.kind = Kind::Latency;
            if (!tokens.take("under"_L1)) tokens.expected("under");
            line.us = tokens.duration();
        } else if (tokens.take("history"_L1)) {
            line.kind = Kind::History;
            line.name = tokens.word("caller or agent");
            if (line.name != "caller"_L1 && line.name != "agent"_L1 && line.name != "tools"_L1) tokens.expectedLast("caller, agent or tools");
            line.text = tokens.quoted("words in quotation marks");
        } else if (tokens.take("hands"_L1) && tokens.take("over"_L1)) {
            line.kind = Kind::HandsOver;
            tokens.take("to"_L1);
            line.text = tokens.quoted("a queue in quotation marks");
        } else if (tokens.take("keys"_L1)) {
            line.kind = Kind::Keys;
            line.text = tokens.word("the keys, such as 12#");
        } else if (tokens.take("failure"_L1)) {
            line.kind = Kind::Failure;
            line.text = tokens.word("an error's code, such as TimedOut");
        } else {
            tokens.expected(kStatement);
        }
    }

    QString m_name;
    Talk m_talk;
    int m_line = 0;
    bool m_inBody = false;
};

} // namespace

bool isCallers(TalkLine::Kind kind) { return kind <= Kind::Noise; }
bool isAgents(TalkLine::Kind kind) { return kind >= Kind::AgentSpeaks && kind <= Kind::AgentResumes; }

Result<Talk> parseTalk(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > kMostBytes) return Error(Error::Code::TooLarge, {name, QString::number(kMostBytes)});
    return Parser(name).read(bytes);
}

} // namespace vox
