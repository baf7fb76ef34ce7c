#include "models/base/ids.h"
#include <QRandomGenerator>

namespace vox {

QUuid makeUuidV7(UtcMs at, const RandomBytes &random)
{
    std::array<quint8, 16> bytes{};
    const quint64 ms = quint64(at.value) & 0xFFFFFFFFFFFFULL;
    for (int i = 0; i < 6; ++i) bytes[size_t(i)] = quint8(ms >> (40 - 8 * i));
    for (size_t i = 0; i < random.size(); ++i) bytes[6 + i] = random[i];
    bytes[6] = quint8((bytes[6] & 0x0F) | 0x70);
    bytes[8] = quint8((bytes[8] & 0x3F) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(reinterpret_cast<const char *>(bytes.data()), 16));
}

RandomBytes systemRandom()
{
    RandomBytes bytes{};
    auto *generator = QRandomGenerator::system();
    for (auto &byte : bytes) byte = quint8(generator->generate());
    return bytes;
}

} // namespace vox
