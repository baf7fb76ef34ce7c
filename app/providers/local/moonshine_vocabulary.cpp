#include "app/providers/local/moonshine_vocabulary.h"

namespace vox {

namespace {
constexpr qsizetype kFewest = 300;      // the marks, all bytes, some letters
constexpr qsizetype kMost = 1 << 18;
constexpr qsizetype kLongestPiece = 256; // bytes
constexpr std::int64_t kFirstWordPiece = 3;        // after <unk>, <s>, </s>

QByteArray spoken(QByteArray piece)
{
    if (piece.size() == 6 && piece.startsWith("<0x") && piece.endsWith('>')) {
        bool isByte = false;
        const int value = piece.mid(3, 2).toInt(&isByte, 16);
        if (isByte) return QByteArray(1, char(value));
    }
    return piece.replace("\xE2\x96\x81", " ");
}
} // namespace

std::optional<MoonshineVocabulary> MoonshineVocabulary::parse(const QByteArray &lines)
{
    const QList<QByteArray> pieces = lines.split('\n');
    if (pieces.size() < kFewest || pieces.size() > kMost || pieces[kBegin] != "<s>" || pieces[kEnd] != "</s>") return {};
    MoonshineVocabulary vocabulary;
    vocabulary.m_pieces.reserve(pieces.size());
    for (const QByteArray &piece : pieces) {
        if (piece.size() > kLongestPiece) return {};
        vocabulary.m_pieces << spoken(piece);
    }
    return vocabulary;
}

QString MoonshineVocabulary::text(std::span<const std::int64_t> tokens) const
{
    QByteArray bytes;
    for (const std::int64_t token : tokens)
        if (token >= kFirstWordPiece && token < m_pieces.size()) bytes += m_pieces[token];
    return QString::fromUtf8(bytes).trimmed();
}

} // namespace vox
