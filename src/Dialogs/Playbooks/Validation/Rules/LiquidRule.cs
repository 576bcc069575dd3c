namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Templates and conditions are Liquid, and read variables and filters that exist.</summary>
internal sealed class LiquidRule : IRule
{
    public void Check(CheckContext playbook)
    {
        foreach (var (text, _, kinds) in playbook.Texts.Said)
        {
            foreach (var template in text.Variations.Values.SelectMany(v => v))
            {
                foreach (var fault in playbook.Read(template).Faults) playbook.Report(fault, template.Source, template.Text);
                BeforeSale(playbook, playbook.Read(template), template.Source, template.Text, kinds);
            }
        }

        foreach (var template in playbook.Texts.Unsaid)
        {
            foreach (var fault in TextReading.Of(template.Text, forBuyers: false).Faults.Where(f => f.Problem != LiquidProblems.Raw)) playbook.Report(fault, template.Source, template.Text);
        }

        foreach (var (condition, value, kinds) in playbook.Texts.Conditions)
        {
            var reading = TextReading.OfCondition(condition.Text, value).Reading;
            foreach (var fault in reading.Faults) playbook.Report(fault, condition.Source, condition.Text);
            BeforeSale(playbook, reading, condition.Source, condition.Text, kinds);
        }
    }

    /// <summary>Where only questions are answered no sale is known yet.</summary>
    private static void BeforeSale(CheckContext playbook, TextReading reading, SourceSpan source, string text, IReadOnlySet<string> kinds)
    {
        OutsideClaims(playbook, reading, source, text, kinds);
        if (kinds.Count == 0 || kinds.Contains("orders") || kinds.Contains("claims")) return;
        foreach (var use in reading.Uses.Where(u => u.Path is "order" or "shipment" || u.Path.StartsWith("order.", StringComparison.Ordinal) || u.Path.StartsWith("shipment.", StringComparison.Ordinal)))
            playbook.Report(LiquidProblems.OutOfPlace, playbook.Within(source, text, use.Start, use.Length), $"\"{use.Path}\" is known only after the sale", "this is said to questions, which come before it", "say it in a dialog on orders, or answer an intent with place: orders");
    }

    /// <summary>A claim is known only in a claim.</summary>
    private static void OutsideClaims(CheckContext playbook, TextReading reading, SourceSpan source, string text, IReadOnlySet<string> kinds)
    {
        if (kinds.Count == 0 || kinds.Contains("claims")) return;
        foreach (var use in reading.Uses.Where(u => u.Path == "claim" || u.Path.StartsWith("claim.", StringComparison.Ordinal)))
            playbook.Report(ClaimProblems.NotOnClaims, playbook.Within(source, text, use.Start, use.Length), $"\"{use.Path}\" is known only in claims", $"this is said on {string.Join(" and ", kinds.Order(StringComparer.Ordinal))}", "say it in a dialog on claims");
    }
}
