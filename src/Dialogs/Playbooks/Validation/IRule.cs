namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>One thing that a playbook is held to.</summary>
internal interface IRule
{
    void Check(CheckContext playbook);
}
