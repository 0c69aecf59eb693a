namespace ModelBuilder.Tests.Architecture;

/// <summary>One outermost type uses another, anywhere: bases, fields, signatures, generic arguments, attributes, method bodies, catches.</summary>
/// <param name="From">The using type's full name.</param>
/// <param name="FromNamespace">Its namespace.</param>
/// <param name="Assembly">The assembly of the used type; empty for the same one.</param>
/// <param name="Namespace">The used type's namespace.</param>
/// <param name="To">The used type's full name.</param>
internal sealed record TypeUse(string From, string FromNamespace, string Assembly, string Namespace, string To)
{
    public override string ToString() => $"{From} uses {To}{(Assembly.Length > 0 ? $" of {Assembly}" : "")}";
}
