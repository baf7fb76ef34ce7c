#pragma once
#include "ui/kit/text_block.h"
#include "ui/viewmodels/word_diff.h"

namespace vox {

// A text with the marks of what came and went, for TextBlock and its layouts.
struct DiffText {
    enum class Show { Both, Older, Newer }; // words that went, words that came, or both in one line
    QString text;
    QList<kit::TextRange> ranges;
};
DiffText diffText(const QString &before, const QString &after, DiffText::Show show);

} // namespace vox
