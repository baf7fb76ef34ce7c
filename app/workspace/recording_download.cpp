#include "app/workspace/recording_download.h"
#include "app/workspace/conversation_places.h"
#include "app/workspace/finished_conversation.h"
#include "app/workspace/when_done.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QPromise>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fetchSize = 4 << 20;

} // namespace

struct RecordingDownload::Fetch {
    ConversationId id;
    QString folder;
    std::unique_ptr<QFile> file;
    QCryptographicHash hash{QCryptographicHash::Sha256};
    QString tag;
    qint64 size = 0;
    QPromise<Result<QString>> promise;

    void answer(const Result<QString> &result)
    {
        if (file && !result) {
            file->remove();
            QDir().rmdir(folder); // when nothing else is in it
        }
        promise.addResult(result);
        promise.finish();
    }
};

QFuture<Result<QString>> RecordingDownload::begin(ConversationId id, const QString &folder)
{
    auto fetch = std::make_shared<Fetch>();
    fetch->id = id;
    fetch->folder = folder;
    fetch->promise.start();
    const auto future = fetch->promise.future();
    if (const QString path = soundIn(fetch->folder); !path.isEmpty()) {
        fetch->answer(path);
        return future;
    }
    QDir().mkpath(fetch->folder);
    fetch->file = std::make_unique<QFile>(fetch->folder + u"/recording.part"_s);
    if (fetch->file->open(QIODevice::WriteOnly)) fetchPiece(fetch);
    else fetch->answer(Error(Error::Code::FileUnwritable, {fetch->file->fileName()}));
    return future;
}

// Ranges, so that an hour of sound is never in memory and a lost line costs one piece.
void RecordingDownload::fetchPiece(const std::shared_ptr<Fetch> &fetch)
{
    ServerRequest request;
    request.path = u"conversations/%1/recording"_s.arg(fetch->id.text());
    request.headers.insert("range", "bytes=" + QByteArray::number(fetch->size) + '-' + QByteArray::number(fetch->size + fetchSize - 1));
    request.wantsJson = false;
    request.timeoutMs = 60'000;
    whenDone(m_server.request(request), this, [this, fetch](const Result<ServerAnswer> &answer) {
        const bool over = !answer && fetch->size > 0 && answer.error().code == Error::Code::OutOfRange;
        if (!answer && !over) return fetch->answer(answer.error());
        if (answer) {
            fetch->tag = answer->etag;
            fetch->hash.addData(answer->bytes);
            fetch->size += answer->bytes.size();
            if (fetch->file->write(answer->bytes) != answer->bytes.size())
                return fetch->answer(Error(Error::Code::FileUnwritable, {fetch->file->fileName()}, fetch->file->errorString()));
            if (answer->status == 206 && answer->bytes.size() == fetchSize) return fetchPiece(fetch);
        }
        fetch->file->close();
        if (QString::fromLatin1(fetch->hash.result().toHex()) != fetch->tag)
            return fetch->answer(Error(Error::Code::BadAnswer, {m_server.address().url.host(), u"recording"_s}));
        const bool opus = fetch->file->open(QIODevice::ReadOnly) && fetch->file->read(4) == "OggS";
        fetch->file->close();
        const QString path = fetch->folder + u'/' + (opus ? keptSoundName : liveSoundName);
        if (!fetch->file->rename(path)) return fetch->answer(Error(Error::Code::FileUnwritable, {path}));
        fetch->answer(path);
    });
}

} // namespace vox
