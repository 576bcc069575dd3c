using System.Text.RegularExpressions;

namespace MeliBot.Simulator;

/// <param name="Question">Which questions the text is for; null: any.</param>
public sealed record PersonRule(Regex? Question, string Text);

/// <summary>The seller's human: answers on the site, some seconds after a question was handed over or was left unanswered too long.</summary>
public sealed class Person
{
    private readonly WorldCore _core;
    private readonly QuestionBoard _questions;
    private readonly Catalogue _items;
    private readonly Happenings _happenings;
    private readonly HashSet<long> _taken = [];

    internal Person(WorldCore core, QuestionBoard questions, Catalogue items, Happenings happenings)
    {
        (_core, _questions, _items, _happenings) = (core, questions, items, happenings);
        questions.Asked = Watch;
    }

    /// <summary>From the hand-over to the answer.</summary>
    public TimeSpan After { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>A question that stays open this long is answered without a hand-over; null: never.</summary>
    public TimeSpan? WhenUnansweredFor { get; set; }

    /// <summary>The first that fits gives the text.</summary>
    public IReadOnlyList<PersonRule> Rules { get; set; } = [];

    /// <returns>False when the question is unknown, no longer open or already taken.</returns>
    public bool HandOver(long questionId)
    {
        lock (_core.Gate)
        {
            if (_questions.Find(questionId) is not { Status: QuestionStatuses.Unanswered } || !_taken.Add(questionId)) return false;
            _happenings.Add("handed-over", "A person takes it.", questionId, "person");
            _core.After(After, () => Answer(questionId));
            return true;
        }
    }

    private void Watch(WorldQuestion question)
    {
        if (WhenUnansweredFor is not { } patience) return;
        _core.After(patience, () =>
        {
            if (_questions.Find(question.Id) is { Status: QuestionStatuses.Unanswered } && _taken.Add(question.Id)) Answer(question.Id);
        });
    }

    private void Answer(long questionId)
    {
        if (_questions.Find(questionId) is not { Status: QuestionStatuses.Unanswered } question) return;
        var text = Rules.FirstOrDefault(r => r.Question is null || r.Question.IsMatch(question.Text))?.Text ?? Default(question);
        _questions.Answer(questionId, text, question.SellerId, "person");
    }

    private string Default(WorldQuestion question) => _items.Find(question.ItemId)?.SiteId == "MLB"
        ? "Olá! Aqui é a equipe da loja. Já conferimos o seu caso e ficamos à disposição por aqui."
        : "¡Hola! Te escribe una persona del equipo. Ya revisamos tu consulta y quedamos a disposición por acá.";
}
