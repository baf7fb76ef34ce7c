#pragma once
#include <QLineEdit>

namespace vox::kit {

// A field with a magnifier, a clear button and, while it is empty, the shortcut that leads to it. Escape clears.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder = {}, QWidget *parent = nullptr);
    // Shown at the right while the field is empty, for example "Ctrl+F". Binding it is the screen's business.
    void setHint(const QString &hint);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
    QString m_hint;
};

} // namespace vox::kit
