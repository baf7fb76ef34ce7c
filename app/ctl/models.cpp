#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/providers/local/model_folder.h"
#include "app/shelf/download.h"
#include "app/shelf/model_shelf.h"
#include "app/shelf/model_trial.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

QString depsFolder() { return QFileInfo(ModelFolder::standardPath()).path(); }

// The same program again: it dies in place of this one when a file is bad.
Result<double> tryInChild(ModelKind kind, const QString &folder)
{
    return tryModel(QCoreApplication::applicationFilePath(), {u"models"_s, u"probe"_s, enumName(kind), folder}, QFileInfo(folder).fileName());
}

int list(const CommandLine &line)
{
    QJsonArray json;
    for (const ShelvedModel &model : ModelShelf(ModelShelf::standardPath()).list()) {
        if (line.has(u"json"_s))
            json.append(QJsonObject{{u"id"_s, model.id}, {u"name"_s, model.name}, {u"kind"_s, enumName(model.kind)},
                                    {u"languages"_s, QJsonArray::fromStringList(model.languages)}, {u"licence"_s, model.licence},
                                    {u"bytes"_s, model.bytes}, {u"real_time_factor"_s, model.realTimeFactor}});
        else
            print(u"%1  %2  %3  %4 MB  ×%5  %6"_s.arg(model.id.leftJustified(36), (model.family.isEmpty() ? QString(enumName(model.kind)) : model.family).leftJustified(22), model.languages.join(u',').leftJustified(5))
                      .arg(model.bytes / 1e6, 6, 'f', 0)
                      .arg(model.realTimeFactor, 0, 'f', 2)
                      .arg(model.licence));
    }
    if (line.has(u"json"_s)) printRaw(QJsonDocument(json).toJson());
    return Good;
}

int import(const CommandLine &line)
{
    const ModelShelf::Import what{line.positional().value(1), line.get(u"language"_s).split(u',', Qt::SkipEmptyParts), line.get(u"name"_s), line.get(u"licence"_s)};
    const auto model = ModelShelf(ModelShelf::standardPath()).import(what, tryInChild);
    if (!model) return complain(model.error());
    print((model->isVoice() ? translated("voxctl", "Added %1: %2 s of work for a second of sound. Agents choose it as voice provider “%1”.")
                            : translated("voxctl", "Added %1: %2 s of work for a second of sound. Agents choose it as recogniser “%1”."))
              .arg(model->id).arg(model->realTimeFactor, 0, 'f', 2));
    return Good;
}

int fetch(const CommandLine &line)
{
    const QUrl url(line.positional().value(1), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)) return complain(Error(Error::Code::BadValue, {u"URL"_s, line.positional().value(1)}));
    const auto path = downloadNow({url, line.positional().value(2), line.get(u"sha256"_s).toLatin1()});
    if (!path) return complain(path.error());
    print(*path);
    return Good;
}

int tryOne(const CommandLine &line)
{
    const QString folder = line.positional().value(1);
    const auto kind = lookAtModel(folder);
    if (!kind) return complain(kind.error());
    const auto factor = tryInChild(kind->kind, folder);
    if (!factor) return complain(factor.error());
    print(translated("voxctl", "It works: %1 s of work for a second of sound.").arg(*factor, 0, 'f', 2));
    return Good;
}

int remove(const CommandLine &line)
{
    const auto gone = ModelShelf(ModelShelf::standardPath()).remove(line.positional().value(1));
    return gone ? Good : complain(gone.error());
}

// What tryInChild() starts.
int probe(const CommandLine &line)
{
    const auto kind = enumFromName<ModelKind>(line.positional().value(1));
    if (!kind) return Usage;
    const auto factor = hearWith(*kind, line.positional().value(2), depsFolder());
    QJsonObject answer;
    if (factor) answer.insert("real_time_factor"_L1, *factor);
    else answer = {{u"error"_s, factor.error().codeName()}, {u"args"_s, QJsonArray::fromStringList(factor.error().args)}, {u"detail"_s, factor.error().detail}};
    printRaw(QJsonDocument(answer).toJson(QJsonDocument::Compact));
    return factor ? Good : Failed;
}

struct Action {
    const char *name;
    int arguments;
    int (*run)(const CommandLine &);
};
constexpr Action kActions[] = {{"list", 0, list}, {"import", 1, import}, {"fetch", 2, fetch}, {"try", 1, tryOne}, {"remove", 1, remove}, {"probe", 2, probe}};

} // namespace

int models(const QStringList &arguments)
{
    CommandLine line(u"models list | import PATH --language LL | fetch URL FILE | try FOLDER | remove ID"_s, translated("voxctl", "Lists, adds, tries and removes models of speech recognition."));
    line.flag(u"json"_s, translated("voxctl", "Prints JSON (list)."));
    line.value(u"language"_s, u"LL[,LL]"_s, translated("voxctl", "The languages it knows, e.g. ru (import)."));
    line.value(u"name"_s, u"NAME"_s, translated("voxctl", "What to call it (import; default: the file's name)."));
    line.value(u"licence"_s, u"TEXT"_s, translated("voxctl", "Its licence, as its maker says (import)."));
    line.value(u"sha256"_s, u"HEX"_s, translated("voxctl", "What the file's hash must be; with it a download goes on where it was cut off (fetch)."));
    if (const auto good = line.read(arguments, 1, 3); !good) {
        complain(good.error());
        return Usage;
    }
    if (line.helpWanted()) {
        print(line.helpText());
        return Good;
    }
    for (const Action &action : kActions)
        if (line.positional().first() == QLatin1String(action.name) && line.positional().size() - 1 == action.arguments) return action.run(line);
    complain(Error(Error::Code::Usage, {translated("voxctl", "“models %1” makes no sense.").arg(line.positional().join(u' '))}));
    return Usage;
}

} // namespace vox::ctl
