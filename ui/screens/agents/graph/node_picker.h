#pragma once
#include "ui/kit/popup.h"
#include <QPoint>

class QLineEdit;
class QListWidget;

namespace vox {

// A short list of node types to choose from, with a field that filters while typing. Opens at a point of the canvas, where
// an arrow was dropped on nothing.
class NodePicker : public kit::Popup {
    Q_OBJECT
public:
    explicit NodePicker(QWidget *owner);

    void openAtPoint(QPoint global);

signals:
    void chosen(const QString &type);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusFirst() override;

private:
    void filter(const QString &words);
    void choose();

    QLineEdit *m_words;
    QListWidget *m_list;
};

} // namespace vox
