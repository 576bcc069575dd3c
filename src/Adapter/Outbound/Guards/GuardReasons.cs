using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>What each guard says of the words it found.</summary>
internal static class GuardReasons
{
    public static readonly ReasonCode Phone = new("guard.phone", "\"{0}\": looks like a telephone number; Mercado Libre takes down answers with contact data.");
    public static readonly ReasonCode Email = new("guard.email", "\"{0}\": looks like an e-mail address, or asks for one; Mercado Libre takes down answers with contact data.");
    public static readonly ReasonCode Address = new("guard.address", "\"{0}\": looks like an exact address; before a sale Mercado Libre takes such answers down.");
    public static readonly ReasonCode Link = new("guard.link", "\"{0}\": leads off Mercado Libre; such answers are taken down.");
    public static readonly ReasonCode Social = new("guard.social", "\"{0}\": points to a social network or messenger; Mercado Libre takes down answers that lead off the platform.");
    public static readonly ReasonCode OffPlatform = new("guard.off-platform", "\"{0}\": leads the sale, the payment or the talk past Mercado Libre; such answers are taken down and sanctioned.");
    public static readonly ReasonCode Insult = new("guard.insult", "\"{0}\": insults or swears; Mercado Libre takes such answers down and sanctions the seller.");
    public static readonly ReasonCode ClaimThreat = new("guard.claim-threat", "\"{0}\": puts pressure on the buyer about claims or ratings; Mercado Libre sanctions sellers for that.");
    public static readonly ReasonCode PostSalePromise = new("guard.post-sale", "\"{0}\": promises to go on in private once the buyer has paid; before a sale Mercado Libre takes such answers down.");
    public static readonly ReasonCode ClaimPromise = new("guard.claim-promise", "\"{0}\": promises money, a replacement or a way back that nobody has decided; in a claim only a decision gives it.");
    public static readonly ReasonCode ClaimPressure = new("guard.claim-pressure", "\"{0}\": threatens the buyer, or talks him out of the claim; Mercado Libre sanctions sellers for that.");
    public static readonly ReasonCode Suspicion = new("guard.suspicion", "\"{0}\": reads like texts that Mercado Libre takes down, though no rule names why; a person should look at it.");
    public static readonly ReasonCode Forbidden = new("guard.forbidden", "\"{0}\": the settings forbid the phrase \"{1}\".");
}
