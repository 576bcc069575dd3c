namespace MeliBot.Delivery.Reasons;

/// <summary>A kind of reason: a name that stays, and its English wording. Other languages are where people read.</summary>
/// <param name="Name">Stable, for example <c>policy.uncovered</c>; stored, so never given to another meaning.</param>
/// <param name="English">A sentence with <c>{0}</c>, <c>{1}</c> … for the arguments; <c>{0:term}</c> marks a word that has a wording of its own, <c>{0:number}</c> a number,
/// <c>{0:reason}</c> another reason.</param>
public sealed record ReasonCode(string Name, string English)
{
    public Reason With(params string[] arguments) => new(this, arguments);

    public static implicit operator Reason(ReasonCode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.With();
    }
}
