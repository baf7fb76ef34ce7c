#pragma once
#include "ui/viewmodels/text_diff.h"
#include <QPlainTextEdit>

namespace vox {

// Two texts put one under the other, to read and to copy from: what came on green, what went on red and struck through, a
// sign before each line so that colour is not needed. GUI thread.
class TextDiffView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TextDiffView(QWidget *parent = nullptr);
    void show(const QList<TextLine> &lines);
    using QPlainTextEdit::show;
    // To the next change, or the one before.
    void step(int by);

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();
    QList<TextLine> m_lines;
    bool m_writing = false;
};

} // namespace vox
