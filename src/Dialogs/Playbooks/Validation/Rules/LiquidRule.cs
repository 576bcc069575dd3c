namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Templates and conditions are Liquid, and read variables and filters that exist.</summary>
internal sealed class LiquidRule : IRule
{
    public void Check(CheckContext playbook)
    {
        foreach (var template in playbook.Texts.Said.SelectMany(t => t.Text.Variations.Values).SelectMany(v => v))
        {
            foreach (var fault in playbook.Read(template).Faults) playbook.Report(fault, template.Source, template.Text);
        }

        foreach (var template in playbook.Texts.Unsaid)
        {
            foreach (var fault in TextReading.Of(template.Text, forBuyers: false).Faults.Where(f => f.Problem != LiquidProblems.Raw)) playbook.Report(fault, template.Source, template.Text);
        }

        foreach (var (condition, value) in playbook.Texts.Conditions)
        {
            foreach (var fault in TextReading.OfCondition(condition.Text, value).Reading.Faults) playbook.Report(fault, condition.Source, condition.Text);
        }
    }
}
