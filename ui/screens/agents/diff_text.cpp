#include "ui/screens/agents/diff_text.h"

namespace vox {

DiffText diffText(const QString &before, const QString &after, DiffText::Show show)
{
    DiffText out;
    for (const WordPiece &piece : wordDiff(before, after)) {
        const bool removed = piece.kind == WordPiece::Kind::Removed, added = piece.kind == WordPiece::Kind::Added;
        if ((removed && show == DiffText::Show::Newer) || (added && show == DiffText::Show::Older)) continue;
        // The mark ends with the word; the space after it stays plain.
        qsizetype length = piece.text.size();
        while (length > 0 && piece.text[length - 1].isSpace()) --length;
        if ((removed || added) && length > 0)
            out.ranges.append({int(out.text.size()), int(length), removed ? kit::TextRange::Look::Removed : kit::TextRange::Look::Added});
        out.text += piece.text;
        if (removed && show == DiffText::Show::Both && !out.text.isEmpty() && !out.text.back().isSpace()) out.text += u' ';
    }
    return out;
}

} // namespace vox
