namespace MeliBot.Simulator;

/// <summary>The platform's no: status, code and text, and whether the body carries an empty <c>cause</c>.</summary>
public sealed record Refusal(int Status, string Error, string Message, bool Cause = true);

/// <summary>The question as it became, or why it did not.</summary>
public sealed record QuestionOutcome(WorldQuestion? Question, Refusal? Refusal = null)
{
    public bool Accepted => Refusal is null;
}
