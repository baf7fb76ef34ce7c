#include "ui/screens/agents/text_diff_view.h"
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include <QEvent>
#include <QTextBlock>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using Kind = TextLine::Kind;

TextDiffView::TextDiffView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    kit::setText(this, kit::TextStyle::Mono);
    setAccessibleName(tr("Changes as text"));
}

void TextDiffView::show(const QList<TextLine> &lines)
{
    if (lines == m_lines) return;
    m_lines = lines;
    write();
}

void TextDiffView::write()
{
    m_writing = true;
    const kit::Theme &theme = kit::Theme::of(this);
    clear();
    QTextCursor at(document());
    at.beginEditBlock();
    bool first = true;
    for (const TextLine &line : std::as_const(m_lines)) {
        QTextBlockFormat block;
        QTextCharFormat ink;
        ink.setForeground(theme[line.kind == Kind::Same ? Colour::Text2 : line.kind == Kind::Folded ? Colour::Text3 : Colour::Text1]);
        if (line.kind == Kind::Added) block.setBackground(theme.soft(kit::Meaning::Success));
        if (line.kind == Kind::Removed) block.setBackground(theme.soft(kit::Meaning::Error));
        if (!std::exchange(first, false)) at.insertBlock(block, ink);
        else {
            at.setBlockFormat(block);
            at.setBlockCharFormat(ink);
        }
        if (line.kind == Kind::Folded) {
            at.insertText(u"⋯ "_s + tr("%n line(s) are the same", nullptr, line.folded), ink);
            continue;
        }
        QTextCharFormat sign = ink;
        if (line.kind != Kind::Same) sign.setForeground(theme.strong(line.kind == Kind::Added ? kit::Meaning::Success : kit::Meaning::Error));
        at.insertText(line.kind == Kind::Added ? u"+ "_s : line.kind == Kind::Removed ? u"− "_s : u"  "_s, sign);
        const qsizetype words = std::find_if(line.text.begin(), line.text.end(), [](QChar c) { return !c.isSpace(); }) - line.text.begin();
        at.insertText(line.text.left(words), ink);
        ink.setFontStrikeOut(line.kind == Kind::Removed);
        at.insertText(line.text.mid(words), ink);
    }
    at.endEditBlock();
    moveCursor(QTextCursor::Start);
    m_writing = false;
}

// A change begins where a line that came or went follows one that did not.
void TextDiffView::step(int by)
{
    const auto begins = [this](int row) {
        const auto moved = [this](int i) { return i >= 0 && i < m_lines.size() && (m_lines[i].kind == Kind::Added || m_lines[i].kind == Kind::Removed); };
        return moved(row) && !moved(row - 1);
    };
    for (int row = textCursor().blockNumber() + by; row >= 0 && row < m_lines.size(); row += by) {
        if (!begins(row)) continue;
        setTextCursor(QTextCursor(document()->findBlockByNumber(row)));
        centerCursor();
        return;
    }
}

void TextDiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    // Colours of another theme; setting them changes the font of the document, too.
    if (event->type() == QEvent::StyleChange && !m_writing && !m_lines.isEmpty()) write();
}

} // namespace vox
