#pragma once
#include <QPlainTextEdit>

namespace vox::kit {

// A text area as tall as its text, between a least and a most number of lines. Tab leaves it.
class GrowingText : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit GrowingText(int least = 2, int most = 10, QWidget *parent = nullptr);
    // Keeps the caret as near as it can be; silent when the text is the same.
    void replaceText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int textLines() const;
    void grow();
    int m_least;
    int m_most;
};

} // namespace vox::kit
