#include "app/workspace/settings.h"
#include "app/ctl/await.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/workspace/workspace.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

// A value as JSON text may stand alone: wrapped, because a document is an object or a list.
std::optional<QJsonValue> readJson(const QString &text)
{
    const auto list = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    if (!list.isArray() || list.array().size() != 1) return std::nullopt;
    return list.array().first();
}

QByteArray writeJson(const QJsonValue &value)
{
    if (value.isObject()) return QJsonDocument(value.toObject()).toJson();
    if (value.isArray()) return QJsonDocument(value.toArray()).toJson();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2) + '\n';
}

int get(Settings &settings, const QStringList &words)
{
    const QJsonValue value = settings.value(words.value(1));
    if (value.isUndefined() || value.isNull()) return complain(Error(Error::Code::NotFound, {u"setting"_s, words.value(1)}));
    printRaw(writeJson(value));
    return Good;
}

int set(Settings &settings, const QStringList &words)
{
    const auto value = readJson(words.value(2));
    if (!value) return complain(Error(Error::Code::NotJson, {words.value(2), u"0"_s}));
    const auto good = await(settings.setValue(words.value(1), *value));
    return good ? Good : complain(good.error());
}

int unset(Settings &settings, const QStringList &words)
{
    const auto good = await(settings.setValue(words.value(1), QJsonValue(QJsonValue::Undefined)));
    return good ? Good : complain(good.error());
}

struct Action {
    const char *name;
    int arguments;
    int (*run)(Settings &, const QStringList &);
};
constexpr Action kActions[] = {{"get", 1, get}, {"set", 2, set}, {"unset", 1, unset}};

} // namespace

int settings(const QStringList &arguments)
{
    CommandLine line(u"settings get KEY | set KEY JSON | unset KEY"_s, translated("voxctl", "Reads and changes settings of the workspace. Secrets are named, never written."));
    if (const auto good = line.read(arguments, 1, 3); !good) {
        complain(good.error());
        return Usage;
    }
    if (line.helpWanted()) {
        print(line.helpText());
        return Good;
    }
    const QStringList words = line.positional();
    for (const Action &action : kActions) {
        if (words.first() != QLatin1String(action.name) || words.size() - 1 != action.arguments) continue;
        auto workspace = line.openWorkspace();
        if (!workspace) return complain(workspace.error());
        return action.run((*workspace)->settings(), words);
    }
    complain(Error(Error::Code::Usage, {translated("voxctl", "“settings %1” makes no sense.").arg(words.join(u' '))}));
    return Usage;
}

} // namespace vox::ctl
