#pragma once
#include "models/base/problem.h"
#include "models/documents/edit_history.h"
#include <QJsonObject>
#include <QObject>

namespace vox {

// The content of a document that is being edited, as view models see it: one edit is one undo step. Lives as long as the
// view models on it; GUI thread.
class EditedContent : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const QJsonObject &content() const = 0;
    virtual bool isReadOnly() const = 0;
    // Replaces the whole content; nothing happens when it is equal or read-only.
    virtual void edit(const QJsonObject &content, const EditLabel &label) = 0;
    // The next edit is a step of its own (focus left a field).
    virtual void endTyping() = 0;
    virtual const EditLabel *undoLabel() const = 0; // null: nothing to undo
    virtual const EditLabel *redoLabel() const = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;
    virtual const Problems &problems() const = 0;

    // One value at a JSON pointer; undefined removes.
    void setValue(const QString &pointer, const QJsonValue &value, const EditLabel &label);

signals:
    void contentChanged();
    void problemsChanged();
    void historyChanged();
};

// Content without a document behind it: an old revision shown for comparison, a bench, a test.
class LooseContent final : public EditedContent {
    Q_OBJECT
public:
    enum class Access { ReadWrite, ReadOnly };
    explicit LooseContent(QJsonObject content, Access access = Access::ReadWrite, QObject *parent = nullptr);

    const QJsonObject &content() const override { return m_history.content(); }
    bool isReadOnly() const override { return m_access == Access::ReadOnly; }
    void edit(const QJsonObject &content, const EditLabel &label) override;
    void endTyping() override { m_history.breakMerging(); }
    const EditLabel *undoLabel() const override { return m_history.undoLabel(); }
    const EditLabel *redoLabel() const override { return m_history.redoLabel(); }
    void undo() override;
    void redo() override;
    const Problems &problems() const override { return m_problems; }
    void setProblems(Problems problems);

private:
    EditHistory m_history;
    Access m_access;
    Problems m_problems;
};

} // namespace vox
