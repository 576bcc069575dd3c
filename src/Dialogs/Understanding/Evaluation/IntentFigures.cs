namespace MeliBot.Dialogs.Understanding;

/// <summary>How well one intent was found.</summary>
/// <param name="Asked">Questions that ask it.</param>
/// <param name="Found">Of those, where it was found.</param>
/// <param name="Invented">Questions that don't ask it, where it was found.</param>
public sealed record IntentFigures(string Intent, int Asked, int Found, int Invented)
{
    public double Precision => Found + Invented == 0 ? 1 : (double)Found / (Found + Invented);

    public double Recall => Asked == 0 ? 1 : (double)Found / Asked;

    public double F1 => Asked + Found + Invented == 0 ? 1 : 2.0 * Found / (Asked + Found + Invented);
}
