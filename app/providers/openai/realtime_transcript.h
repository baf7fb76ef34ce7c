#pragma once
#include "app/ports/speech_usage.h"
#include "models/base/result.h"
#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <optional>

namespace vox {

// What a Realtime transcription session has told of one segment (OpenAI's OpenAPI document, RealtimeServerEvent): the
// segment may have been committed in several items, which finish in any order. Pure; lives as long as the connection.
class RealtimeTranscript {
public:
    enum class News { None, Text, Done, Failed, Lost };
    struct Told {
        News news = News::None;
        Error error;      // Failed: of this segment; Lost: the session is of no use
        std::optional<SpeechUsage> usage; // of an item that was finished
    };

    void beginSegment();  // what was committed before is of no interest any more
    void committed() { m_pending.append(m_segment); }
    bool isWaiting() const; // for a commit that is not finished
    // An event of the server, no error. Unknown types are News::None.
    Told take(const QJsonObject &event, const QString &address);
    // A commit was refused: nothing comes of it. False: none was waited for.
    bool commitRefused();
    QString text() const;  // of the segment so far

private:
    struct Item {
        quint64 segment = 0;
        QString text;
        bool done = false;
    };
    Item &itemOf(const QString &id);

    quint64 m_segment = 0;
    QList<quint64> m_pending;   // commits sent and not acknowledged: the segments they were for
    QHash<QString, Item> m_items;
    QStringList m_order;        // items as they were first named
};

// What is sent: how the caller is transcribed, the input side of a session without turn detection, its sound.
QJsonObject realtimeTranscription(const QString &model, const QString &language, const QStringList &phrases);
QJsonObject realtimeInput(const QJsonObject &transcription);
QByteArray realtimeAudio(const QByteArray &pcm24k);

} // namespace vox
