#include "ui/screens/agents/form_context.h"
#include "app/wording/wording.h"
#include <QJsonArray>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QStringList textsOf(const QJsonValue &array, const QString &key = {})
{
    QStringList out;
    for (const QJsonValue &value : array.toArray()) out.append(key.isEmpty() ? value.toString() : value[key].toString());
    return out;
}

} // namespace

kit::FormContext agentFormContext(const EditedContent &content, const std::function<QStringList(const QString &)> &names)
{
    kit::FormContext context;
    context.languages = textsOf(content.content().value("languages"_L1));
    context.suggestions = [&content, names](const QString &source) -> QStringList {
        const QJsonObject &agent = content.content();
        if (source == "variables"_L1) return textsOf(agent.value("variables"_L1), u"name"_s);
        if (source == "intents"_L1) return textsOf(agent.value("intents"_L1), u"id"_s);
        if (source == "languages"_L1) return {u"en"_s, u"ru"_s};
        return names ? names(source) : QStringList();
    };
    context.references = [&content](const QString &kind) {
        QList<std::pair<QString, QString>> out;
        if (kind == "intent"_L1)
            for (const QJsonValue &intent : content.content().value("intents"_L1).toArray())
                out.append({intent["id"_L1].toString(), intent["name"_L1].toString()});
        return out;
    };
    context.sentence = [](const Error &error) { return wording::whatHappened(error); };
    return context;
}

} // namespace vox
