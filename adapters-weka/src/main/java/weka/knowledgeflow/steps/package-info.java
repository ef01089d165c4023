/** A step of Weka's KnowledgeFlow, in Weka's own package of steps. */
package weka.knowledgeflow.steps;
