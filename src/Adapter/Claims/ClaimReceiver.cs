using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims;

/// <summary>To whom the account may write in a claim: only what the platform offers as an action, which follows its stage.</summary>
public static class ClaimReceiver
{
    /// <param name="actions">What the account may do.</param>
    /// <returns>Null when it may write to nobody. In a dispute the platform offers the mediator alone.</returns>
    public static ClaimRole? Of(IReadOnlyList<ClaimAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        if (Offers(actions, ClaimActionName.SendMessageToMediator)) return ClaimRole.Mediator;
        if (Offers(actions, ClaimActionName.SendMessageToComplainant)) return ClaimRole.Complainant;
        return Offers(actions, ClaimActionName.SendMessageToRespondent) ? ClaimRole.Respondent : null;
    }

    private static bool Offers(IReadOnlyList<ClaimAction> actions, ClaimActionName name) => actions.Any(action => action.Action == name);
}
