#pragma once
#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>
#include <span>

namespace vox {

// The pieces of words Moonshine writes with: one a line of vocabulary.txt, the line's number is the token. Pieces begin
// a word with U+2581 and may be single bytes ("<0xE2>"). Immutable; any thread.
class MoonshineVocabulary {
public:
    static constexpr std::int64_t kBegin = 1;
    static constexpr std::int64_t kEnd = 2;

    // Nothing when the text is no vocabulary: too few or too many lines, overlong lines, no begin and end marks.
    static std::optional<MoonshineVocabulary> parse(const QByteArray &lines);
    // What the tokens say; marks and tokens out of range say nothing, broken UTF-8 becomes replacement characters.
    QString text(std::span<const std::int64_t> tokens) const;
    qsizetype size() const { return m_pieces.size(); }

private:
    QList<QByteArray> m_pieces; // already as they are spoken: spaces and bytes
};

} // namespace vox
