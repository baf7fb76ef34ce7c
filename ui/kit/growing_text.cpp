#include "ui/kit/growing_text.h"
#include "ui/kit/theme.h"
#include <QEvent>
#include <QTextBlock>
#include <QTextDocument>
#include <QtMath>

namespace vox::kit {

GrowingText::GrowingText(int least, int most, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_least(least)
    , m_most(most)
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(2, 0, 2, 0);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(5);
    connect(this, &QPlainTextEdit::textChanged, this, &GrowingText::grow);
}

void GrowingText::replaceText(const QString &text)
{
    if (text == toPlainText()) return;
    const int caret = textCursor().position();
    const QSignalBlocker quiet(this);
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(qMin(caret, int(text.size())));
    setTextCursor(cursor);
    grow();
}

int GrowingText::textLines() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines <= m_most; block = block.next())
        lines += qMax(1, block.layout() ? block.layout()->lineCount() : 1);
    return lines;
}

// A scroll bar only for what cannot be shown at once.
void GrowingText::grow()
{
    setVerticalScrollBarPolicy(textLines() > m_most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    updateGeometry();
}

QSize GrowingText::sizeHint() const
{
    const int lines = qBound(m_least, textLines(), m_most);
    const int line = qCeil(QFontMetricsF(font()).lineSpacing());
    return {Theme::of(this).px(160), lines * line + 2 * int(document()->documentMargin()) + 2 * frameWidth()};
}

void GrowingText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) grow();
}

void GrowingText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) updateGeometry();
}

} // namespace vox::kit
