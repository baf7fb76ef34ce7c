#include "app/providers/yandex/tts_messages.h"
#include "models/audio/block.h"
#include "models/wire/proto_reader.h"
#include "models/wire/proto_writer.h"
#include <algorithm>

namespace vox::yandex {

QByteArray ttsRequest(const QString &text, const QString &voice, double speed)
{
    ProtoWriter request, raw, format, voiceHint, speedHint;
    request.textAlways(2, text);
    if (!voice.isEmpty()) {
        voiceHint.textAlways(1, voice);
        request.message(4, voiceHint);
    }
    speedHint.numberAlways(3, std::clamp(speed, 0.1, 3.0));
    request.message(4, speedHint);
    raw.integer(1, 1); // LINEAR16_PCM
    raw.integer(2, kSampleRate);
    format.message(1, raw);
    request.message(5, format);
    request.integer(6, 2);     // LUFS
    request.boolean(7, true);  // unsafe_mode: texts longer than 250 characters are cut into sentences there
    return request.bytes();
}

bool readTts(QByteArrayView message, TtsPiece &into)
{
    ProtoReader response(message);
    while (response.next()) {
        if (response.field() == 1) {
            for (ProtoReader chunk = response.message(); chunk.next();)
                if (chunk.field() == 1) into.pcm = chunk.bytes().toByteArray();
        } else if (response.field() == 5) {
            TtsWord word;
            for (ProtoReader timing = response.message(); timing.next();) {
                if (timing.field() == 1) word.text = timing.text();
                else if (timing.field() == 2) word.startMs = timing.integer();
            }
            into.words.append(word);
        }
    }
    return !response.broken();
}

} // namespace vox::yandex
