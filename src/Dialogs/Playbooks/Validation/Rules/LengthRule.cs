using System.Globalization;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>At its longest a text fits where it is said: an answer can't be cut, a message can.</summary>
internal sealed class LengthRule : IRule
{
    private const int Answer = 2_000;
    private const int Message = 350;

    public void Check(CheckContext playbook)
    {
        foreach (var (text, owner, kinds) in playbook.Texts.Said)
        {
            foreach (var template in text.Variations.Values.SelectMany(v => v))
            {
                var reading = playbook.Read(template);
                if (reading.Faults.Any(f => f.Problem == LiquidProblems.Syntax)) continue;
                var longest = WorstCase.Of(reading.Nodes);
                if (kinds.Contains("questions") && longest > Answer)
                    playbook.Report(TextProblems.TooLong, template.Source, $"{owner} can get {Number(longest)} characters long", $"an answer to a question has room for {Number(Answer)}, and what is said is never cut", Advice(reading));
                else if (kinds.Contains("orders") && longest > Message)
                    playbook.Report(TextProblems.Split, template.Source, $"{owner} can get {Number(longest)} characters long", $"a message about an order has room for {Number(Message)}, so it is sent as {Number((longest + Message - 1) / Message)} messages or more", "say it shorter, or leave it so if several messages are meant");
            }
        }
    }

    private static string Advice(TextReading reading) => reading.Uses.Any(u => u.Path == "item.description")
        ? "shorten the description: {{ item.description | truncate: 500 }}"
        : reading.Uses.Any(u => u.Path == "question.text") ? "shorten the question: {{ question.text | truncate: 200 }}" : "say it shorter; lists take a limit, such as {{ item.options | list: 5 }}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
