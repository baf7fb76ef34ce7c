#pragma once
#include <QWidget>

class QPushButton;

namespace vox::kit {

class TextBlock;

// An empty screen or panel that teaches: one icon, one sentence, and the one button that fills it.
class Empty : public QWidget {
    Q_OBJECT
public:
    Empty(const char *icon, const QString &sentence, const QString &button = {}, QWidget *parent = nullptr);
    void setIcon(const char *icon); // a literal
    void setSentence(const QString &sentence);
    // An empty text hides the button.
    void setButton(const QString &text);
    QPushButton *button() const { return m_button; }

signals:
    void pressed();

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
    const char *m_icon;
    TextBlock *m_sentence;
    QPushButton *m_button;
};

} // namespace vox::kit
