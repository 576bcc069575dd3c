namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Something in a text that the platform moderates.</summary>
/// <param name="Guard">Which guard found it, for example <c>phone</c>.</param>
/// <param name="Reason">A sentence for people.</param>
/// <param name="Start">UTF-16 offset in the text that was checked.</param>
public sealed record GuardFinding(string Guard, string Reason, int Start, int Length);

/// <param name="Text">As it would be sent.</param>
/// <param name="Presale">True for the public answer of a question, where the buyer hasn't bought yet.</param>
public sealed record GuardRequest(string Text, bool Presale = true);

/// <summary>Looks for one thing that must not be said. Deterministic, and linear in the length of the text.</summary>
public interface IGuard
{
    IReadOnlyList<GuardFinding> Check(GuardRequest request);
}
