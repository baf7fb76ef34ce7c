#include "app/providers/yandex/stt_messages.h"
#include "models/wire/proto_reader.h"
#include "models/wire/proto_writer.h"
#include <QStringList>

namespace vox::yandex {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostFinals = 10000;

struct Alternative {
    QString text;
    double confidence = 0;
};

// The first of AlternativeUpdate.alternatives.
std::optional<Alternative> firstAlternative(ProtoReader update)
{
    while (update.next()) {
        if (update.field() != 1) continue;
        Alternative out;
        for (ProtoReader alternative = update.message(); alternative.next();) {
            if (alternative.field() == 2) out.text = alternative.text();
            else if (alternative.field() == 5) out.confidence = alternative.number();
        }
        return out;
    }
    return std::nullopt;
}

} // namespace

QByteArray sttSession(const SttOptions &options)
{
    ProtoWriter raw, format, normalization, languages, model, external, classifier, session, request;
    raw.integer(1, 1); // LINEAR16_PCM
    raw.integer(2, kSampleRate);
    raw.integer(3, 1);
    format.message(1, raw);
    normalization.integer(1, 1); // TEXT_NORMALIZATION_ENABLED
    normalization.boolean(3, true); // literature_text: commas and capitals, which tell where a sentence ends
    model.text(1, options.model);
    model.message(2, format);
    model.message(3, normalization);
    if (!options.language.isEmpty()) {
        languages.integer(1, 1); // WHITELIST
        languages.text(2, options.language);
        model.message(4, languages);
    }
    model.integer(5, 1);            // REAL_TIME
    classifier.message(2, external); // we know ourselves when the caller has finished
    session.message(1, model);
    session.message(2, classifier);
    request.message(1, session);
    return request.bytes();
}

QByteArray sttChunk(QByteArrayView pcm16k)
{
    ProtoWriter chunk, request;
    chunk.bytes(1, pcm16k);
    request.message(2, chunk);
    return request.bytes();
}

QByteArray sttEnd()
{
    ProtoWriter end, request;
    request.message(4, end);
    return request.bytes();
}

QString languageCode(const QString &tag)
{
    if (tag.contains(u'-')) return tag;
    static const QMap<QString, QString> usual{{u"ru"_s, u"ru-RU"_s}, {u"en"_s, u"en-US"_s}, {u"de"_s, u"de-DE"_s}, {u"fr"_s, u"fr-FR"_s},
                                              {u"es"_s, u"es-ES"_s}, {u"it"_s, u"it-IT"_s}, {u"kk"_s, u"kk-KZ"_s}, {u"uz"_s, u"uz-UZ"_s},
                                              {u"tr"_s, u"tr-TR"_s}, {u"pl"_s, u"pl-PL"_s}};
    return usual.value(tag, tag);
}

SttTranscript::News SttTranscript::take(QByteArrayView message)
{
    std::optional<Alternative> partial, final, refined;
    qint64 finalIndex = -1, refinedIndex = -1;
    bool ended = false;
    ProtoReader response(message);
    while (response.next()) {
        switch (response.field()) {
        case 2: // audio_cursors
            for (ProtoReader cursors = response.message(); cursors.next();)
                if (cursors.field() == 5) finalIndex = cursors.integer();
            break;
        case 4: partial = firstAlternative(response.message()); break;
        case 5: final = firstAlternative(response.message()); break;
        case 6: ended = true; break; // eou_update
        case 7: // final_refinement
            refinedIndex = 0;
            for (ProtoReader refinement = response.message(); refinement.next();) {
                if (refinement.field() == 1) refinedIndex = refinement.integer();
                else if (refinement.field() == 2) refined = firstAlternative(refinement.message());
            }
            break;
        default: break;
        }
    }
    if (response.broken()) return News::Broken;
    if (final) {
        // The cursor is the index of this final; a server that leaves it at zero still sends them in order.
        const qint64 index = std::max(finalIndex, m_nextFinal);
        if (m_finals.size() < kMostFinals) m_finals.insert(index, {final->text, false});
        m_nextFinal = index + 1;
        m_confidence = final->confidence > 0 ? std::clamp(final->confidence, 0.0, 1.0) : 1;
        m_partial.clear();
        return News::Text;
    }
    if (refined && m_finals.contains(refinedIndex)) {
        m_finals[refinedIndex] = {refined->text, true};
        return News::Text;
    }
    if (partial) {
        m_partial = partial->text;
        return News::Text;
    }
    if (ended) ++m_ends;
    return ended ? News::Text : News::None;
}

bool SttTranscript::isRefined() const
{
    return std::all_of(m_finals.begin(), m_finals.end(), [](const Final &final) { return final.refined || final.text.isEmpty(); });
}

QString SttTranscript::text() const
{
    QStringList texts;
    for (const Final &final : m_finals)
        if (!final.text.trimmed().isEmpty()) texts.append(final.text.trimmed());
    if (!m_partial.trimmed().isEmpty()) texts.append(m_partial.trimmed());
    return texts.join(u' ');
}

} // namespace vox::yandex
