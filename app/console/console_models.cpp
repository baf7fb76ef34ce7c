#include "app/console/console_models.h"
#include "app/assembly/assembly.h"
#include "app/console/installed_parts.h"
#include "app/providers/local/model_folder.h"
#include "app/shelf/download.h"
#include "app/shelf/model_shelf.h"
#include "app/shelf/model_trial.h"
#include "app/workspace/settings.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QThreadPool>
#include <QUrl>
#include <cstdio>
#include <future>

namespace vox::console {

using namespace Qt::StringLiterals;

namespace {

const QString kSpeeds = u"model_speeds"_s; // setting: {id: seconds of work for a second of sound}
const QString kTry = u"--try-model"_s;

QString depsFolder() { return QFileInfo(ModelFolder::standardPath()).path(); }

// The same program again: it dies in place of this one when a file is bad.
Result<double> tryInChild(ModelKind kind, const QString &folder, const std::function<bool()> &goOn)
{
    return tryModel(QCoreApplication::applicationFilePath(), ConsoleModels::trialArguments(enumName(kind), folder), QFileInfo(folder).fileName(), 120000, goOn);
}

} // namespace

// What runs on the pool's thread; `wanted` is all it shares.
struct ConsoleModels::Work {
    std::atomic<bool> wanted = true;
    std::promise<void> over;
    std::future<void> ended = over.get_future();
};

ConsoleModels::ConsoleModels(Assembly &assembly, Settings &settings, QObject *parent) : LocalModels(parent), m_assembly(assembly), m_settings(settings) {}

ConsoleModels::~ConsoleModels()
{
    if (m_work) {
        m_work->wanted = false;
        m_work->ended.wait();
    }
    ModelShelf(ModelShelf::standardPath()).forget();
}

QStringList ConsoleModels::trialArguments(const QString &kind, const QString &folder) { return {kTry, kind, folder}; }

QList<InstalledPart> ConsoleModels::parts() const
{
    const QJsonObject speeds = m_settings.value(kSpeeds).toObject();
    QList<InstalledPart> all;
    const ModelShelf shelf(ModelShelf::standardPath());
    for (const ShelvedModel &model : shelf.list()) {
        const QString maker = model.family.isEmpty() ? model.source : u"%1, %2"_s.arg(model.family, model.source);
        const auto kind = model.isVoice() ? InstalledPart::Kind::Voice : InstalledPart::Kind::Recogniser;
        InstalledPart part{kind, model.name, maker, model.languages, model.licence, model.bytes, true, model.id, true, true, model.realTimeFactor, {}};
        if (const auto good = shelf.look(model); !good) part.fault = good.error();
        all.append(part);
    }
    all += installedParts(m_assembly.voices());
    for (InstalledPart &part : all) part.realTimeFactor = speeds.value(part.id).toDouble(part.realTimeFactor);
    return all;
}

void ConsoleModels::run(std::function<Result<QString>(Work &)> job)
{
    m_work = std::make_shared<Work>();
    QThreadPool::globalInstance()->start([this, work = m_work, job = std::move(job)] {
        const Result<QString> name = job(*work);
        // The destructor waits for this: the object is there until it is told.
        QMetaObject::invokeMethod(this, [this, name] { end(name); }, Qt::QueuedConnection);
        work->over.set_value();
    });
}

void ConsoleModels::end(const Result<QString> &name)
{
    m_work.reset();
    emit finished(name);
    emit changed();
}

void ConsoleModels::add(const Addition &what)
{
    if (m_work) return;
    run([this, what](Work &work) -> Result<QString> {
        QString path = what.path;
        const QUrl url(what.path, QUrl::StrictMode);
        if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) {
            // Beside the shelf: what has come stays there, and goes on when it is wanted again.
            const QString folder = ModelShelf::standardPath() + u"/.downloads"_s;
            static const QRegularExpression other(u"[^A-Za-z0-9._-]"_s);
            path = folder + u"/of-"_s + url.fileName().replace(other, u"-"_s);
            if (!QDir().mkpath(folder)) return Error(Error::Code::FileUnwritable, {folder});
            qint64 told = 0;
            const auto come = downloadNow({url, path, what.sha256.toLatin1()}, [this, &work, &told](qint64 bytes) {
                if (bytes - told > (4 << 20)) {
                    told = bytes;
                    QMetaObject::invokeMethod(this, [this, bytes] { emit progressed(Stage::Bring, bytes); }, Qt::QueuedConnection);
                }
                return work.wanted.load();
            });
            if (!come) return come.error();
        }
        const auto downloaded = qScopeGuard([&] {
            if (path != what.path) QFile::remove(path); // it is on the shelf now, or it was no good
        });
        ModelShelf::Import import{path, what.languages, what.name, what.licence};
        qint64 told = -1;
        import.goOn = [this, &work, &told](ModelShelf::Import::Stage stage, qint64 bytes) {
            if (bytes == 0 || bytes - told > (4 << 20)) { // a model has thousands of pieces, a person two eyes
                told = bytes;
                QMetaObject::invokeMethod(this, [this, stage, bytes] { emit progressed(Stage(int(stage)), bytes); }, Qt::QueuedConnection);
            }
            return work.wanted.load();
        };
        const auto trial = [&work](ModelKind kind, const QString &folder) { return tryInChild(kind, folder, [&work] { return work.wanted.load(); }); };
        const auto added = ModelShelf(ModelShelf::standardPath()).import(import, trial);
        if (!added) return added.error();
        QMetaObject::invokeMethod(this, [this, model = *added] { m_assembly.addShelved(model); }, Qt::QueuedConnection);
        return added->name;
    });
}

void ConsoleModels::measure(const QString &id)
{
    if (m_work) return;
    const auto shelved = ModelShelf(ModelShelf::standardPath()).find(id);
    const QString folder = shelved ? shelved->path : QDir(ModelFolder::standardPath()).filePath(id);
    run([this, id, folder](Work &work) -> Result<QString> {
        const auto kind = lookAtModel(folder);
        if (!kind) return kind.error();
        const auto speed = tryInChild(kind->kind, folder, [&work] { return work.wanted.load(); });
        if (!speed) return speed.error();
        QMetaObject::invokeMethod(this, [this, id, factor = *speed] {
            QJsonObject speeds = m_settings.value(kSpeeds).toObject();
            speeds.insert(id, factor);
            m_settings.setValue(kSpeeds, speeds);
        }, Qt::QueuedConnection);
        return id;
    });
}

void ConsoleModels::cancel()
{
    if (m_work) m_work->wanted = false;
}

Result<void> ConsoleModels::remove(const QString &id)
{
    const auto gone = ModelShelf(ModelShelf::standardPath()).setAside(id);
    if (gone) m_assembly.removeShelved(id);
    emit changed();
    return gone;
}

Result<void> ConsoleModels::restore(const QString &id)
{
    ModelShelf shelf(ModelShelf::standardPath());
    const auto back = shelf.restore(id);
    if (const auto model = shelf.find(id); back && model) m_assembly.addShelved(*model);
    emit changed();
    return back;
}

std::optional<int> tryModelIfAsked(const QStringList &arguments)
{
    if (arguments.value(1) != kTry) return std::nullopt;
    const auto kind = enumFromName<ModelKind>(arguments.value(2));
    if (!kind || arguments.size() != 4) return 2;
    const auto factor = hearWith(*kind, arguments[3], depsFolder());
    QJsonObject answer;
    if (factor) answer.insert("real_time_factor"_L1, *factor);
    else answer = {{u"error"_s, factor.error().codeName()}, {u"args"_s, QJsonArray::fromStringList(factor.error().args)}, {u"detail"_s, factor.error().detail}};
    std::fputs(QJsonDocument(answer).toJson(QJsonDocument::Compact).constData(), stdout);
    return factor ? 0 : 1;
}

} // namespace vox::console
