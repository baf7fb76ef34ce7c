#pragma once
#include "ui/kit/popup.h"

class QLineEdit;
class QListWidget;

namespace vox {

class FlowViewModel;

// Finds a node by the words on it: type, arrows, Enter. Deletes nothing, changes nothing.
class NodeFinder : public kit::Popup {
    Q_OBJECT
public:
    NodeFinder(const FlowViewModel &model, QWidget *owner);

signals:
    void chosen(const QString &node);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusFirst() override;

private:
    void look(const QString &words);
    void choose();

    const FlowViewModel &m_model;
    QLineEdit *m_words;
    QListWidget *m_list;
};

} // namespace vox
