#pragma once
#include "ui/kit/accessible.h"
#include "ui/kit/colours.h"
#include "ui/kit/type.h"
#include <QTextLayout>
#include <QWidget>

namespace vox::kit {

class Theme;

// A run of characters of a TextBlock that looks different: the spoken word, a search hit, words never
// heard, what came and went between two versions.
struct TextRange {
    enum class Look { Spoken, Hit, Struck, Strong, Faint, Link, Added, Removed, Changed };
    int start = 0;
    int length = 0;
    Look look = Look::Strong;
};

// Wrapped text on the line grid of its style (QLabel cannot), with ranges. A click tells the character under the pointer.
class TextBlock : public QWidget, public Readable {
    Q_OBJECT
public:
    explicit TextBlock(const QString &text = {}, TextStyle style = TextStyle::Body, Colour ink = Colour::Text1, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setInk(Colour ink);
    // The strong colour of a meaning instead; Neutral goes back to the ink.
    void setMeaning(Meaning meaning);
    void setRanges(const QList<TextRange> &ranges);
    // Elides after this many lines; 0 shows all.
    void setMaximumLines(int lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QAccessible::Role readRole() const override { return QAccessible::StaticText; }
    QString readName() const override { return m_text; }

    // Lays `text` out on the line grid; the height it takes. For delegates: keep the layout and draw it.
    static int layOut(QTextLayout &layout, const Theme &theme, TextStyle style, int width, int maximumLines = 0);
    static QList<QTextLayout::FormatRange> formats(const QList<TextRange> &ranges, const Theme &theme);

signals:
    // Index of the character in text().
    void pressed(int position);

protected:
    void paintEvent(QPaintEvent *) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit(int width) const;

    QString m_text;
    TextStyle m_style;
    Colour m_ink;
    Meaning m_meaning = Meaning::Neutral;
    int m_maximumLines = 0;
    QList<TextRange> m_ranges;
    mutable QTextLayout m_layout;
    mutable int m_laidOutFor = -1;
    mutable int m_height = 0;
};

} // namespace vox::kit
