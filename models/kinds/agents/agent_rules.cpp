#include "models/kinds/agents/agent_rules.h"
#include "models/base/check_fields.h"
#include "models/dialogue/program.h"
#include "models/kinds/agents/agent.h"
#include <QRegularExpression>
#include <QSet>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// Collects what is wrong with one agent.
class Checker {
public:
    Problems found;

    void languages(const Agent &agent)
    {
        if (agent.languages.isEmpty()) error(u"/languages"_s, Error::Code::MissingField, {});
        QSet<QString> seen;
        for (qsizetype i = 0; i < agent.languages.size(); ++i) {
            const QString &tag = agent.languages[i];
            if (!isLanguageTag(tag) || seen.contains(tag)) error(u"/languages/%1"_s.arg(i), Error::Code::BadValue, {tag});
            seen.insert(tag);
        }
    }

    // A text for a language the agent does not speak is never heard.
    template <typename Map> void tags(const Agent &agent, const Map &byTag, const QString &path)
    {
        for (const QString &tag : byTag.keys()) {
            const QString at = path + u'/' + pointerStep(tag);
            if (!isLanguageTag(tag)) error(at, Error::Code::BadValue, {tag});
            else if (!agent.languages.contains(tag)) warning(at, Error::Code::LanguageUnsupported, {tag});
        }
    }

    void names(const Agent &agent)
    {
        static const QRegularExpression identifier(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
        QSet<QString> variables, intents;
        for (qsizetype i = 0; i < agent.variables.size(); ++i) {
            const QString &name = agent.variables[i].name;
            if (!identifier.match(name).hasMatch() || variables.contains(name))
                error(u"/variables/%1/name"_s.arg(i), Error::Code::BadValue, {name});
            variables.insert(name);
        }
        for (qsizetype i = 0; i < agent.intents.size(); ++i) {
            const QString &name = agent.intents[i].name;
            if (intents.contains(name)) error(u"/intents/%1/name"_s.arg(i), Error::Code::BadValue, {name});
            intents.insert(name);
            tags(agent, agent.intents[i].examples.byTag, u"/intents/%1/examples"_s.arg(i));
        }
    }

    void speech(const Agent &agent)
    {
        if (agent.turns.minEndpointingMs > agent.turns.maxEndpointingMs)
            error(u"/turns/min_endpointing_ms"_s, Error::Code::OutOfRange, {u"≤ %1"_s.arg(agent.turns.maxEndpointingMs)});
        tags(agent, agent.voices.byTag, u"/voices"_s);
        tags(agent, agent.speech.recognisers.byTag, u"/speech/recognisers"_s);
        tags(agent, agent.knowledge.byTag, u"/knowledge"_s);
        tags(agent, agent.prompt.byTag, u"/prompt"_s);
    }

private:
    void error(const QString &path, Error::Code code, QStringList args) { add(Problem::Severity::Error, path, code, args); }
    void warning(const QString &path, Error::Code code, QStringList args) { add(Problem::Severity::Warning, path, code, args); }
    void add(Problem::Severity severity, const QString &path, Error::Code code, QStringList args)
    {
        // Codes about a field carry its path first.
        if (code != Error::Code::LanguageUnsupported) args.prepend(path);
        found.append({severity, path, Error(code, args), {}});
    }
};

} // namespace

bool isLanguageTag(const QString &tag)
{
    static const QRegularExpression shape(u"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"_s);
    return shape.match(tag).hasMatch();
}

Problems checkAgent(const QJsonObject &content)
{
    const Agent agent = fromJson<Agent>(content);
    Checker checker;
    checker.languages(agent);
    checker.names(agent);
    checker.speech(agent);
    return checker.found + checkFlow(scriptOf(agent));
}

} // namespace vox
